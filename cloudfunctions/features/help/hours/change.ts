import { nextReminder } from '../../../../core/help/hours/reminders'
import { bookingKey, seatWaiting, type Slot } from '../../../../core/help/hours/rules'
import { omit } from '../../../../core/shared/fields'
import type { Hours } from '../../../../core/shared/hours'
import type { Instant } from '../../../../core/shared/operation'
import type { Ports } from '../../../kernel/ports'
import { changeRowSaying } from '../../../kernel/settle'
import { Members, type Engagement } from '../../people/public'
import { Consultations, type Booking, type Consultation, type News } from './documents'

type Parts = Partial<Pick<Consultation, 'title' | 'kind' | 'place' | 'hostIds' | 'slots' | 'bookings' | 'waiting' | 'endsAt'>>

/** What a change makes of consultation hours, with the news it makes for people; without `next` they stay as they are. */
export interface Step<T> {
  next?: Parts
  news?: readonly News[]
  answer: T
}

/** The hours with the time at which the timer looks at them next: at once while there is something to tell, else when a reminder is due. */
const looked = (row: Consultation, now: Instant): Consultation => {
  const look = row.news.length > 0 ? now : nextReminder(row.bookings, now)
  return look === null ? omit(row, 'lookAt') : { ...row, lookAt: look }
}

/** Decides upon the hours as they are and writes it by one conditional write, again where others were faster. */
export const changeHours = <T>(
  { store, now }: Pick<Ports, 'store' | 'now'>,
  seen: Consultation,
  decide: (row: Consultation) => Step<T>,
): Promise<{ row: Consultation; answer: T }> =>
  changeRowSaying(store.table(Consultations), seen, row => {
    const { next, news = [], answer } = decide(row)
    return { row: next ? looked({ ...row, ...next, news: [...row.news, ...news] }, now) : row, answer }
  })

/** What was to be told was told: the timer need not look for it, unless more came meanwhile. */
export const toldAll = ({ store, now }: Pick<Ports, 'store' | 'now'>, row: Consultation): Promise<boolean> =>
  store.table(Consultations).swap(row, looked({ ...row, news: [] }, now), 'version')

/** The note of a booking on the person who has it. */
export const engagementOf = (hours: Pick<Consultation, '_id' | 'title'>, { startsAt, endsAt }: Hours, at: Instant): Engagement => ({
  ...{ key: `hours:${hours._id}:${String(startsAt)}`, what: 'hours', id: hours._id, title: hours.title, startsAt, endsAt, at },
})

/** More people than are given a time at once. */
const FIRST_IN_LINE = 20

/** What those who wait hold elsewhere, so that none is given a time at which they are somewhere else. Nothing is read where none waits. */
export const busyWaiting = async (
  { store }: Pick<Ports, 'store'>,
  { _id, waiting }: Consultation,
): Promise<(memberId: string) => Hours[]> => {
  if (waiting.length === 0) return () => []
  const members = await store.table(Members).getMany(waiting.slice(0, FIRST_IN_LINE).map(one => one.memberId))
  const busy = new Map(members.map(one => [one._id, (one.engaged ?? []).filter(each => each.id !== _id)]))
  return memberId => busy.get(memberId) ?? []
}

/** The hours after the free times went to those who wait, and who has to be told. */
export const seated = (
  row: Pick<Consultation, 'slots' | 'bookings' | 'waiting'>,
  now: Instant,
  busyOf: (memberId: string) => readonly Hours[],
): { next: Pick<Consultation, 'slots' | 'bookings' | 'waiting'>; news: News[] } => {
  const seat = ({ memberId, name, by }: Consultation['waiting'][number], { startsAt, endsAt }: Slot): Booking => ({
    ...{ key: bookingKey(startsAt, memberId), memberId, name, startsAt, endsAt, state: 'booked', at: now, by },
  })
  const { bookings, waiting, seated: fresh } = seatWaiting(row, now, busyOf, seat)
  return {
    next: { slots: row.slots, bookings, waiting },
    news: fresh.map(({ memberId, startsAt, endsAt }) => ({ kind: 'seated', memberIds: [memberId], startsAt, endsAt, at: now })),
  }
}
