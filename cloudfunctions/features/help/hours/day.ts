import type { hours as contract } from '../../../../core/help/hours/contract'
import { aheadOf, inTurn, marked, mayMark } from '../../../../core/help/hours/rules'
import { dateOf } from '../../../../core/shared/calendar'
import type { DateText } from '../../../../core/shared/operation'
import type { Handlers } from '../use-case'
import { changeHours } from './change'
import type { Consultation } from './documents'

const onDay =
  (date: DateText) =>
  ({ startsAt }: { startsAt: number }): boolean =>
    dateOf(startsAt) === date

/** The day that a desk shows: today or the next with times; the last where none is ahead. */
const dayOf = (dates: readonly DateText[], today: DateText): DateText => dates.find(one => one >= today) ?? dates.at(-1) ?? today

const datesOf = ({ slots }: Consultation): DateText[] => [...new Set(slots.map(one => dateOf(one.startsAt)))].sort()

export const day: Handlers<Pick<typeof contract, 'hours.arrive' | 'hours.desk' | 'hours.mark'>> = {
  async 'hours.arrive'({ startsAt }, context) {
    const { subject: hours, person, now, fail } = context
    const { row } = await changeHours(context, hours, before => {
      const mine = before.bookings.find(one => one.memberId === person._id && one.startsAt === startsAt)
      if (!mine) return fail('SLOT_CLOSED')
      if (mine.state !== 'booked' && mine.state !== 'missed') return { answer: null }
      if (dateOf(startsAt) !== dateOf(now)) return fail('SLOT_CLOSED')
      return { next: { bookings: marked(before.bookings, mine.key, 'here') }, answer: null }
    })
    const mine = row.bookings.find(one => one.memberId === person._id && one.startsAt === startsAt)
    return { ahead: mine ? aheadOf(row.bookings.filter(onDay(dateOf(now))), mine) : 0 }
  },

  async 'hours.desk'({ date: asked }, { subject: hours, person, now, fail }) {
    if (!hours.hostIds.includes(person._id)) return fail('FORBIDDEN')
    const dates = datesOf(hours)
    const date = asked ?? dayOf(dates, dateOf(now))
    const bookings = hours.bookings.filter(onDay(date))
    const turn = inTurn(bookings)
    const called = turn.find(one => one.state === 'now')
    const next = turn.find(one => one.state === 'here' || one.state === 'booked')
    const shown = (one: (typeof bookings)[number] | undefined) => (one ? { startsAt: one.startsAt, name: one.name } : null)
    const empty = hours.slots.filter(slot => onDay(date)(slot) && !bookings.some(one => one.startsAt === slot.startsAt))
    const items = [
      ...bookings.map(({ startsAt, endsAt, state, memberId, name, about }) => ({
        ...{ startsAt, endsAt, state, memberId, name },
        ...(about === undefined ? {} : { about }),
      })),
      ...empty.map(({ startsAt, endsAt, off }) => ({ startsAt, endsAt, state: off === true ? ('off' as const) : ('free' as const) })),
    ]
    return {
      ...{ hoursId: hours._id, title: hours.title, place: hours.place, date, dates },
      ...{ now: shown(called), next: shown(next), waiting: hours.waiting.length },
      items: items.sort((one, other) => one.startsAt - other.startsAt),
    }
  },

  async 'hours.mark'({ startsAt, memberId, state }, context) {
    const { subject: hours, person, now, fail } = context
    if (!hours.hostIds.includes(person._id)) return fail('FORBIDDEN')
    await changeHours(context, hours, before => {
      const one = before.bookings.find(each => each.memberId === memberId && each.startsAt === startsAt)
      if (!one) return fail('NOT_FOUND')
      if (one.state === state) return { answer: null }
      // The queue of a day is kept on it, and put right afterwards; never ahead.
      if (dateOf(startsAt) > dateOf(now) || !mayMark(one.state, state)) return fail('CONFLICT')
      return { next: { bookings: marked(before.bookings, one.key, state) }, answer: null }
    })
    return {}
  },
}
