import { postKinds } from '../../../../../core/service/posts/kinds'
import { addDays, dateOf, instantOf, shanghai } from '../../../../../core/shared/calendar'
import { noPlace, type Place, placeOf, type PlaceText, placeText } from '../../../life/public'
import type { Asked } from '../../../../platform/call'
import type { Post } from '../post'

/** One shift as it is typed. */
export interface SlotText {
  /** Which shift of the post it is; empty for a new one. */
  shiftId: string
  date: string
  start: string
  end: string
  places: string
}

/** What is being filled in, all of it as text, so that it can be kept as it stands. Lists are JSON or one to a line. */
export type PostText = PlaceText & {
  kind: string
  ownKind: string
  title: string
  slots: string
  /** Comes again: empty, or the weekdays as digits from 1 (Monday). */
  weekdays: string
  until: string
  makeUp: string
  audience: string
  teams: string
  bring: string
  body: string
  contactName: string
  contactPhone: string
  deadlineDate: string
  deadlineTime: string
}
export type PostFaults = Partial<Record<'kind' | 'title' | 'slots' | 'until' | 'teams' | 'placeName' | 'contact' | 'deadline', string>>

/** What every part of the form is given. */
export interface FormProps {
  form: PostText
  onChange: (part: Partial<PostText>) => void
  faults: PostFaults
}

export const OTHER = '其他'
export const SCHOOL_DAYS = '12345'
const DAY = 24 * 3_600_000
const WEEK = 7 * DAY

const isSlot = (value: unknown): value is SlotText =>
  typeof value === 'object' &&
  value !== null &&
  ['shiftId', 'date', 'start', 'end', 'places'].every(name => typeof Reflect.get(value, name) === 'string')

/** The shifts a draft holds. */
export const slotsOf = (text: string): SlotText[] => {
  const kept: unknown = text === '' ? [] : JSON.parse(text)
  return Array.isArray(kept) ? kept.filter(isSlot) : []
}
export const slotsText = (slots: readonly SlotText[]): string => JSON.stringify(slots)

export const teamsOf = (text: string): string[] => text.split('\n').filter(one => one !== '')

/** An empty form with what is most likely meant: tomorrow morning, two people, at the place last used. */
export const emptyPost = (now: number, place: Place | undefined, contactName: string): PostText => ({
  ...(place ? placeText(place) : noPlace),
  kind: '',
  ownKind: '',
  title: '',
  slots: slotsText([{ shiftId: '', date: addDays(dateOf(now), 1), start: '09:00', end: '11:00', places: '2' }]),
  weekdays: '',
  until: addDays(dateOf(now), 29),
  makeUp: '1',
  audience: 'open',
  teams: '',
  bring: '',
  body: '',
  contactName,
  contactPhone: '',
  deadlineDate: '',
  deadlineTime: '',
})

const time = (at: number) => shanghai(at).format('HH:mm')

/** What of a post stands in its form as it is, its shifts and its deadline aside. */
const textOf = ({ kind, title, audience, teamIds, bring, body, contact, place }: Post) => {
  const known = postKinds.some(one => one === kind)
  return {
    ...placeText(place),
    kind: known ? kind : OTHER,
    ownKind: known ? '' : kind,
    title,
    audience,
    teams: teamIds.join('\n'),
    bring,
    body,
    contactName: contact?.name ?? '',
    contactPhone: contact?.phone ?? '',
  }
}

const slotOf = ({ shiftId, startsAt, endsAt, places }: Omit<RunningShift, 'state'>): SlotText => ({
  shiftId,
  date: dateOf(startsAt),
  start: time(startsAt),
  end: time(endsAt),
  places: String(places),
})
type RunningShift = Pick<Post['shifts'][number], 'shiftId' | 'startsAt' | 'endsAt' | 'places' | 'state'>

/** The form of a new post like an old one: the same hours on the same weekdays, in the first week that is still to come. */
export const likePost = (post: Post, now: number, contactName: string): PostText => {
  const shifts = post.shifts.filter(shift => shift.state !== 'cancelled').slice(0, 20)
  const first = Math.min(...shifts.map(shift => shift.startsAt))
  const weeks = first > now ? 0 : Math.ceil((now - first) / WEEK)
  const slots = shifts.map(shift => ({ ...slotOf(shift), shiftId: '', date: dateOf(shift.startsAt + weeks * WEEK) }))
  const like = textOf(post)
  return {
    ...emptyPost(now, post.place, contactName),
    ...like,
    ...(slots.length > 0 ? { slots: slotsText(slots) } : {}),
    contactName: like.contactName || contactName,
  }
}

/** Can this shift still be changed? What began stays as it was. */
export const isAhead = ({ startsAt, state }: Pick<RunningShift, 'startsAt' | 'state'>, now: number): boolean =>
  startsAt > now && state !== 'cancelled'

/** The form of a post that is out, with the shifts that can still be changed. */
export const formOf = (post: Post, now: number): PostText => ({
  ...emptyPost(now, undefined, ''),
  ...textOf(post),
  slots: slotsText(post.shifts.filter(shift => isAhead(shift, now)).map(slotOf)),
  ...(post.deadline === null ? {} : { deadlineDate: dateOf(post.deadline), deadlineTime: time(post.deadline) }),
})

/** A shift's instants; one that ends at an hour not after its start ends on the next day. */
export const timesOf = ({ date, start, end, places }: Omit<SlotText, 'shiftId'>) => {
  const startsAt = instantOf(date, start)
  const same = instantOf(date, end)
  return { startsAt, endsAt: same > startsAt ? same : same + DAY, places: Number(places) }
}

const slotFault = (slots: readonly SlotText[], now: number): string | undefined => {
  if (slots.length === 0) return '请至少写一班'
  for (const [index, slot] of slots.entries()) {
    const which = slots.length > 1 ? `第 ${index + 1} 班：` : ''
    if (slot.date === '' || slot.start === '' || slot.end === '') return `${which}请选日期和起止时间`
    const places = Number(slot.places)
    if (!Number.isInteger(places) || places < 1 || places > 500) return `${which}要几个人，请填 1 到 500 的数字`
    if (slot.start === slot.end) return `${which}结束要晚于开始`
    if (instantOf(slot.date, slot.start) <= now) return `${which}开始的时间已经过了，请换一个`
  }
  return undefined
}

const kindOf = ({ kind, ownKind }: PostText): string => (kind === OTHER ? ownKind.trim() : kind)

const untilFault = ({ weekdays, until, slots }: PostText): string | undefined => {
  if (weekdays === '') return undefined
  const [first] = slotsOf(slots)
  return until === '' || (first && until < first.date) ? '请选到哪一天为止，要在第一天以后' : undefined
}

/** The contact a form means; null for none. */
export const contactOf = ({ contactName, contactPhone }: PostText) => {
  const name = contactName.trim()
  const phone = contactPhone.trim()
  return name === '' ? null : { name, ...(phone ? { phone } : {}) }
}

/** Until when a form lets people claim; null for until it starts. */
export const deadlineOf = ({ deadlineDate, deadlineTime }: PostText): number | null =>
  deadlineDate === '' ? null : instantOf(deadlineDate, deadlineTime || '18:00')

const contactFault = ({ contactName, contactPhone }: PostText): string | undefined =>
  contactName.trim() === '' && contactPhone.trim() !== '' ? '请写上联系人的姓名' : undefined

const deadlineFault = (form: PostText, now: number): string | undefined => {
  const deadline = deadlineOf(form)
  return deadline !== null && deadline <= now ? '截止的时间已经过了' : undefined
}

/** What must be put right before it can go out; empty when nothing. */
export const faultsOf = (form: PostText, now: number): PostFaults => {
  const faults: Record<keyof PostFaults, string | undefined> = {
    kind: kindOf(form) === '' ? '请选做什么' : undefined,
    title: form.title.trim() === '' ? '请写一个名称' : undefined,
    slots: slotFault(slotsOf(form.slots), now),
    until: untilFault(form),
    teams: form.audience === 'teams' && teamsOf(form.teams).length === 0 ? '请选哪些小组' : undefined,
    placeName: form.placeName.trim() === '' ? '请写地点' : undefined,
    contact: contactFault(form),
    deadline: deadlineFault(form, now),
  }
  return Object.fromEntries(Object.entries(faults).filter(([, words]) => words !== undefined))
}

/** The post as it is published. A series has its shifts on one day, the first. */
export const published = (form: PostText): Omit<Asked<'post.publish'>, 'orgId'> => {
  const slots = slotsOf(form.slots)
  const series = form.weekdays !== ''
  const [first] = slots
  const shifts = slots.map(slot => timesOf(series && first ? { ...slot, date: first.date } : slot))
  const audience = form.audience === 'teams' || form.audience === 'branch' ? form.audience : 'open'
  const contact = contactOf(form)
  const deadline = deadlineOf(form)
  return {
    kind: kindOf(form),
    title: form.title.trim(),
    place: placeOf(form),
    shifts,
    audience,
    ...(audience === 'teams' ? { teamIds: teamsOf(form.teams) } : {}),
    ...(form.bring.trim() ? { bring: form.bring.trim() } : {}),
    ...(form.body.trim() ? { body: form.body.trim() } : {}),
    ...(deadline === null ? {} : { deadline }),
    ...(contact ? { contact } : {}),
    ...(series ? { series: { weekdays: [...form.weekdays].map(Number), until: form.until, makeUpDays: form.makeUp === '1' } } : {}),
  }
}
