import type { ActivityKind } from '../../../../../core/life/activities/contract'
import { isStrand, usualStrand } from '../../../../../core/life/strands/kinds'
import { dateOf, instantOf } from '../../../../../core/shared/calendar'
import { kindOf } from '../kindChoice'
import { capacityFault, partsFault, partsOf } from '../parts'
import { noPlace, type Place, placeOf, type PlaceText, placeText } from '../places/places'
import type { Given } from '../../../../platform/call'
import { likelyDate, likelyTitle, timeOf } from './defaults'

/** What is being filled in, all of it as text, so that it can be kept as it stands. */
export type FormText = PlaceText & {
  kind: string
  title: string
  date: string
  start: string
  end: string
  capacity: string
  audience: string
  body: string
  parts: string
  /** Empty for none. */
  strand: string
  /** The room that is booked with it, and the name of it for which that holds; empty for none. */
  venueId: string
  venueName: string
  reason: string
}
export type Faults = Partial<Record<'title' | 'date' | 'end' | 'placeName' | 'capacity' | 'parts' | 'body', string>>

/** An empty form with what is most likely meant: the next Party day, two hours from nine, at the place last used. */
export const likelyForm = (now: number, place: Place | undefined): FormText => {
  const date = likelyDate('party-day', now)
  return {
    ...(place ? placeText(place) : noPlace),
    kind: 'party-day',
    title: likelyTitle('party-day', date),
    date,
    start: '09:00',
    end: '11:00',
    capacity: '',
    audience: 'branch',
    body: '',
    parts: '',
    strand: '',
    venueId: '',
    venueName: '',
    reason: '',
  }
}

/** The form of an activity that is already out. */
export const formOf = (activity: Given<'activity.get'>): FormText => ({
  ...placeText(activity.place),
  kind: activity.kind,
  title: activity.title,
  date: dateOf(activity.startsAt),
  start: timeOf(activity.startsAt),
  end: timeOf(activity.endsAt),
  capacity: activity.capacity === undefined ? '' : String(activity.capacity),
  audience: activity.audience,
  body: activity.body,
  parts: activity.parts.join('\n'),
  strand: activity.strand ?? '',
  venueId: activity.venueId ?? '',
  venueName: activity.venueId === undefined ? '' : activity.place.name,
  reason: '',
})

/** The form after another kind was chosen: title, date and strand follow it where they are still what we proposed. */
export const withKind = (form: FormText, kind: ActivityKind, now: number): Partial<FormText> => {
  const before = kindOf(form.kind)
  const date = form.date === likelyDate(before, now) ? likelyDate(kind, now) : form.date
  const title = form.title === likelyTitle(before, form.date) ? likelyTitle(kind, date) : form.title
  const strand = form.strand === (usualStrand(before) ?? '') ? (usualStrand(kind) ?? '') : form.strand
  return { kind, date, title, strand }
}

/** The form after another date was chosen: a proposed title follows its month. */
export const withDate = (form: FormText, date: string): Partial<FormText> => {
  const kind = kindOf(form.kind)
  return { date, title: form.title === likelyTitle(kind, form.date) ? likelyTitle(kind, date) : form.title }
}

const timesOf = ({ date, start, end }: FormText) => ({ startsAt: instantOf(date, start), endsAt: instantOf(date, end) })

const timeFaults = (form: FormText, now: number, startedAt: number | undefined): Faults => {
  if (form.date === '' || form.start === '') return { date: '请选日期和开始时间' }
  if (form.end === '') return { end: '请选结束时间' }
  const { startsAt, endsAt } = timesOf(form)
  return {
    // An activity that has begun may still be prolonged.
    ...(startsAt < now && startsAt !== startedAt ? { date: '开始的时间已经过了，请换一个' } : {}),
    ...(endsAt <= startsAt ? { end: '结束要晚于开始' } : {}),
  }
}

/** What must be put right before it can go out; empty when nothing. */
export const faultsOf = (form: FormText, now: number, startedAt?: number): Faults => {
  const capacity = capacityFault(form.capacity)
  const parts = partsFault(form.parts)
  return {
    ...(form.title.trim() === '' ? { title: '请写一个名称' } : {}),
    ...timeFaults(form, now, startedAt),
    ...(form.placeName.trim() === '' ? { placeName: '请写地点' } : {}),
    ...(capacity ? { capacity } : {}),
    ...(parts ? { parts } : {}),
  }
}

/** The room that is booked with it: it holds for the name it was chosen with, since another name is another place. */
export const roomOf = ({ venueId, venueName, placeName }: FormText): string | undefined =>
  venueId !== '' && venueName === placeName.trim() ? venueId : undefined

/** From when to when it is held; null while that is not known. */
export const spanOf = (form: FormText): { startsAt: number; endsAt: number } | null => {
  if (form.date === '' || form.start === '' || form.end <= form.start) return null
  return timesOf(form)
}

/** What can still be changed of an activity. */
export const changeable = (form: FormText) => ({
  title: form.title.trim(),
  ...timesOf(form),
  place: placeOf(form),
  body: form.body.trim(),
  parts: partsOf(form.parts),
  capacity: form.capacity.trim() === '' ? null : Number(form.capacity),
  strand: isStrand(form.strand) ? form.strand : null,
  venueId: roomOf(form) ?? null,
})

/** The whole activity as it is published. */
export const published = (form: FormText) => {
  const { capacity, strand, venueId, ...rest } = changeable(form)
  return {
    ...rest,
    kind: kindOf(form.kind),
    audience: form.audience === 'open' ? ('open' as const) : ('branch' as const),
    ...(capacity === null ? {} : { capacity }),
    ...(strand === null ? {} : { strand }),
    ...(venueId === null ? {} : { venueId }),
  }
}
