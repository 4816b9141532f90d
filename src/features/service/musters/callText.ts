import { dateOf, instantOf, shanghai } from '../../../../core/shared/calendar'
import type { Asked } from '../../../platform/call'
import type { Point } from '../../../platform/place'

const HOUR = 3_600_000

/** What is being filled in, all of it as text, so that it can be kept as it stands; places one to a line. */
export type CallText = Record<'title' | 'why' | 'places' | 'date' | 'start' | 'hours' | 'shifts' | 'need' | 'elders' | 'ringAfter', string>
export type CallFaults = Partial<Record<'title' | 'places' | 'start' | 'need', string>>

const MOST_PLACES = 50

/** What is most likely meant: from the next full hour, two shifts of six hours, three people at each place, those from eighty on at home. */
export const emptyCall = (now: number): CallText => {
  const next = Math.ceil(now / HOUR) * HOUR
  return {
    ...{ title: '', why: '', places: '', date: dateOf(next), start: shanghai(next).format('HH:mm'), hours: '6', shifts: '2' },
    ...{ need: '3', elders: '', ringAfter: '15' },
  }
}

const BETWEEN = /[\n、,，;；]/u

/** The name of a place on the map as a line of the form. */
export const lineOf = (name: string): string => name.split(BETWEEN).join(' ').trim().slice(0, 60)

export const placesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(BETWEEN)
      .map(one => one.trim())
      .filter(one => one !== ''),
  ),
]

/** The shifts one after another. */
export const shiftsOf = ({ date, start, hours, shifts }: Pick<CallText, 'date' | 'start' | 'hours' | 'shifts'>) => {
  const [from, length] = [instantOf(date, start), Number(hours) * HOUR]
  return Array.from({ length: Number(shifts) }, (_, nth) => ({ startsAt: from + nth * length, endsAt: from + (nth + 1) * length }))
}

/** What must be put right before people are called. */
export const faultsOf = (form: CallText, now: number): CallFaults => {
  const places = placesOf(form.places)
  const need = Number(form.need)
  const first = form.date === '' || form.start === '' ? undefined : shiftsOf(form)[0]
  const faults = {
    title: form.title.trim() === '' ? '请写是什么事' : undefined,
    places: places.length === 0 ? '请至少写一个点位' : places.length > MOST_PLACES ? `点位最多 ${String(MOST_PLACES)} 个` : undefined,
    start: !first || first.endsAt <= now ? '第一班已经过去了，请换个时间' : undefined,
    need: Number.isInteger(need) && need >= 1 && need <= 500 ? undefined : '请填 1 到 500 的数字',
  }
  return Object.fromEntries(Object.entries(faults).filter(([, words]) => words !== undefined))
}

/** Where places are on the map, by their names; those that are pointed at. */
export type PointsByName = Readonly<Record<string, Point>>

/** The muster as it is called. */
export const called = (form: CallText, points: PointsByName): Omit<Asked<'muster.call'>, 'orgId'> => ({
  title: form.title.trim(),
  why: form.why.trim(),
  places: placesOf(form.places).map(name => {
    const point = points[name]
    return point ? { name, point } : { name }
  }),
  shifts: shiftsOf(form),
  need: Number(form.need),
  elders: form.elders === 'yes',
  ringAfter: Number(form.ringAfter),
})
