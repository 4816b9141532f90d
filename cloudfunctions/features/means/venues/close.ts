import type { venues as contract } from '../../../../core/means/venues/contract'
import { addDays, dateOf } from '../../../../core/shared/calendar'
import { omit } from '../../../../core/shared/fields'
import type { DateText } from '../../../../core/shared/operation'
import { inGroups, slicesOf } from '../../../kernel/in-groups'
import type { Ports } from '../../../kernel/ports'
import { changeRow } from '../../../kernel/settle'
import type { Handlers } from '../use-case'
import { callOff, changeDay, changeOrAdd, freshDay, without } from './day'
import { type Booking, dayId, type News, type Venue, VenueDays, Venues } from './documents'
import { tellNews } from './telling'

/** A room is closed for a quarter at most at a time. */
const MOST_DAYS = 92
const AT_A_TIME = 10
/** After so long the days of an ended room are looked through once more: functions live for less. */
const SWEPT_AGAIN = 60_000

const datesOf = (from: DateText, to: DateText): DateText[] => {
  const dates: DateText[] = []
  for (let date = from; date <= to && dates.length <= MOST_DAYS; date = addDays(date, 1)) dates.push(date)
  return dates
}

const closedNews =
  (by: string, at: number, reason: string | undefined) =>
  ({ bookingId }: Booking): News[] => [{ what: 'closed', bookingId, to: 'holder', by, at, ...(reason ? { reason } : {}) }]

/** Calls off what is booked ahead in a room that is no more. */
export const sweep = async (ports: Ports, venue: Venue): Promise<void> => {
  const { store, now } = ports
  const days = await store.table(VenueDays).findAll({ venueId: venue._id, date: { gte: dateOf(now) } })
  await inGroups(days, AT_A_TIME, async day => {
    const news = closedNews('', now, venue.endReason)
    const { row } = await callOff(ports, day, one => one.endsAt > now, { by: '', reason: venue.endReason, news })
    await tellNews(ports, row)
  })
}

export const close: Handlers<Pick<typeof contract, 'venue.close' | 'venue.open' | 'venue.end'>> = {
  async 'venue.close'({ from, to, reason }, context) {
    const { subject: venue, actor, now, fail, checkText } = context
    const dates = datesOf(from, to)
    if (dates.length === 0 || dates.length > MOST_DAYS || to < dateOf(now))
      return fail('INVALID_INPUT', { paths: ['to'], message: `一次最多关${String(MOST_DAYS)}天，从今天往后算` })
    await checkText(reason)
    let cancelled = 0
    await inGroups(
      dates.filter(date => date >= dateOf(now)),
      AT_A_TIME,
      async date => {
        const { row, answer } = await changeOrAdd(context, freshDay(venue, date), day => {
          const gone = without(day, one => one.endsAt > now, { by: actor.name, reason, news: closedNews(actor.name, now, reason) }, now)
          if (day.off && gone.answer.length === 0) return { day, answer: gone.answer }
          return { day: { ...gone.day, off: { reason, by: actor, at: now } }, answer: gone.answer }
        })
        cancelled += answer.length
        await tellNews(context, row)
      },
    )
    return { days: dates.length, cancelled }
  },

  async 'venue.open'({ from, to }, context) {
    const { subject: venue, store, fail } = context
    const dates = datesOf(from, to)
    if (dates.length === 0 || dates.length > MOST_DAYS) return fail('INVALID_INPUT', { paths: ['to'] })
    const days = await store.table(VenueDays).getMany(dates.map(date => dayId(venue._id, date)))
    for (const some of slicesOf(days, AT_A_TIME))
      await Promise.all(some.map(one => changeDay(context, one, day => ({ day: day.off ? omit(day, 'off') : day, answer: null }))))
    return {}
  },

  async 'venue.end'({ reason }, context) {
    const { subject, store, now, checkText } = context
    await checkText(reason)
    const venue = await changeRow(store.table(Venues), subject, row =>
      row.state === 'ended'
        ? row
        : { ...row, state: 'ended' as const, sweepDue: now + SWEPT_AGAIN, ...(reason ? { endReason: reason } : {}) },
    )
    await sweep(context, venue)
    return {}
  },
}
