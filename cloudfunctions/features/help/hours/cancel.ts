import type { hours as contract } from '../../../../core/help/hours/contract'
import { LEAD } from '../../../../core/help/hours/rules'
import { dateOf } from '../../../../core/shared/calendar'
import type { Hours } from '../../../../core/shared/hours'
import type { Ports } from '../../../kernel/ports'
import { agendaOf } from '../engaged'
import type { Context, Handlers } from '../use-case'
import { busyWaiting, changeHours, engagementOf, seated } from './change'
import type { Booking, Consultation, News } from './documents'
import { tellNews } from './telling'

/** Those beside the hosts who may call times off. */
export const officers = ['secretary', 'street', 'bureau'] as const

/** Does the caller hold these hours, or an office over them? */
export const runs = (hours: Consultation, { person, holds }: Pick<Context<'hours.off'>, 'person' | 'holds'>): boolean =>
  hours.hostIds.includes(person._id) || holds(officers, hours.path)

/** As many of those who wait hear of a time that came free too late to be given by itself. */
const HEAR_OF_LATE = 5

interface Letting {
  /** Whose bookings go. */
  gives: (one: Booking) => boolean
  /** Which times are called off with them. */
  off?: (slot: Hours) => boolean
  /** What those who had them are told; nothing where they did it themselves. */
  as?: Pick<News, 'kind' | 'by' | 'reason'>
}

/**
 * Lets bookings go that are ahead. In the same write the freed times go to those who wait, and who has to hear of it is noted; then they are told. Answers how
 * many went, and the hours before and after.
 */
export const letGo = async (
  ports: Ports,
  seen: Consultation,
  { gives, off = () => false, as }: Letting,
): Promise<{ gone: Booking[]; off: number; told: number; row: Consultation }> => {
  const { store, now } = ports
  const busyOf = await busyWaiting(ports, seen)
  const ahead = (one: Booking) => one.startsAt > now && (one.state === 'booked' || one.state === 'here')
  const { row, answer } = await changeHours(ports, seen, before => {
    const gone = before.bookings.filter(one => ahead(one) && (gives(one) || off(one)))
    const called = before.slots.filter(one => one.off !== true && one.startsAt > now && off(one))
    if (gone.length === 0 && called.length === 0) return { answer: { gone, called } }
    const kept = {
      slots: before.slots.map(one => (called.includes(one) ? { ...one, off: true } : one)),
      bookings: before.bookings.filter(one => !gone.includes(one)),
      waiting: before.waiting,
    }
    const { next, news } = seated(kept, now, busyOf)
    const span = ({ startsAt, endsAt }: Booking) => ({ startsAt, endsAt, at: now })
    const toThem = as ? gone.map((one): News => ({ ...as, memberIds: [one.memberId], ...span(one) })) : []
    const late = gone.filter(one => !off(one) && one.startsAt <= now + LEAD)
    const waits = next.waiting.slice(0, HEAR_OF_LATE).map(one => one.memberId)
    const opened = waits.length === 0 ? [] : late.map((one): News => ({ kind: 'opened', memberIds: waits, ...span(one) }))
    const today = gone.filter(one => !off(one) && dateOf(one.startsAt) === dateOf(now))
    const toHosts = today.map((one): News => ({ kind: 'gave-back', memberIds: before.hostIds, by: one.name, ...span(one) }))
    return { next, news: [...toThem, ...news, ...opened, ...toHosts], answer: { gone, called } }
  })
  const { gone, called } = answer
  const [told] = await Promise.all([
    tellNews(ports, row),
    ...gone.map(one => agendaOf(store, one.memberId).drop(engagementOf(row, one, now).key)),
  ])
  return { gone, off: called.length, told, row }
}

const cancelled = { state: 'cancelled' } as const

export const cancel: Handlers<Pick<typeof contract, 'hours.cancel' | 'hours.off'>> = {
  async 'hours.cancel'({ startsAt, memberId, reason }, context) {
    const { subject: hours, person, actor, now, audit, fail, checkText } = context
    await checkText(reason)
    const why = reason === undefined || reason === '' ? {} : { reason }
    const host = hours.hostIds.includes(person._id)
    if (memberId !== undefined && memberId !== person._id) {
      if (!runs(hours, context)) return fail('FORBIDDEN')
      const as = { kind: 'released' as const, by: actor.name, ...why }
      const { gone } = await letGo(context, hours, { gives: one => one.memberId === memberId && one.startsAt === startsAt, as })
      if (gone.length > 0) audit(memberId, 'hours.cancelled')
      return cancelled
    }
    if (host) {
      await letGo(context, hours, { gives: () => false, off: slot => slot.startsAt === startsAt, as: { kind: 'off', ...why } })
      return cancelled
    }
    const mine = hours.bookings.find(one => one.memberId === person._id && one.startsAt === startsAt)
    if (!mine) return cancelled
    if (mine.startsAt <= now) return fail('SLOT_CLOSED')
    const { gone } = await letGo(context, hours, { gives: one => one.key === mine.key })
    if (gone.length > 0 && actor.memberId !== person._id) audit(person._id, 'hours.cancelled')
    return cancelled
  },

  async 'hours.off'({ from, to, reason }, context) {
    const { subject: hours, fail, checkText } = context
    if (!runs(hours, context)) return fail('FORBIDDEN')
    await checkText(reason)
    const as = { kind: 'off' as const, ...(reason === undefined || reason === '' ? {} : { reason }) }
    const { off, told } = await letGo(context, hours, { gives: () => false, off: one => one.startsAt >= from && one.startsAt < to, as })
    return { off, told }
  },
}
