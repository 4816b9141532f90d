import type { venues as contract } from '../../../../core/means/venues/contract'
import { keepers } from '../../../../core/means/venues/kinds'
import { isLive } from '../../../../core/means/venues/rules'
import { dateOf } from '../../../../core/shared/calendar'
import type { Handlers } from '../use-case'
import { callOff, changeDay } from './day'
import type { Booking, News } from './documents'
import { tellNews } from './telling'

export const cancel: Handlers<Pick<typeof contract, 'venue.cancel' | 'venue.mark'>> = {
  async 'venue.cancel'({ bookingId, reason }, context) {
    const { subject: day, person, actor, now, holds, fail, checkText } = context
    const booking = day.bookings.find(one => one.bookingId === bookingId)
    if (!booking) return fail('NOT_FOUND')
    const holder = booking.by.memberId === person._id || holds(['secretary'], booking.path)
    const owner = holds(keepers, day.path)
    if (!holder && !owner) return fail('FORBIDDEN')
    if (!isLive(booking)) return {}
    if (booking.endsAt <= now) return fail('INVALID_INPUT', { paths: ['bookingId'], message: '已经过了，不用取消' })
    await checkText(reason)
    const told = (one: Booking): News[] => {
      const said = { bookingId: one.bookingId, by: actor.name, at: now, ...(reason ? { reason } : {}) }
      if (!holder) return [{ what: 'called-off', to: 'holder', ...said }]
      return one.path.startsWith(day.path) ? [] : [{ what: 'gave-back', to: 'owner', ...said }]
    }
    const { row } = await callOff(context, day, one => one.bookingId === bookingId, { by: actor.name, reason, news: told })
    if (!holder) await tellNews(context, row)
    return {}
  },

  async 'venue.mark'({ bookingId, state, came }, context) {
    const { subject, now, holds, fail } = context
    if (!holds(keepers, subject.path)) return fail('FORBIDDEN')
    await changeDay(context, subject, day => {
      const booking = day.bookings.find(one => one.bookingId === bookingId)
      if (!booking || !isLive(booking)) return fail('NOT_FOUND')
      if (booking.startsAt > now) return fail('INVALID_INPUT', { paths: ['bookingId'], message: `到了${dateOf(booking.startsAt)}才能记` })
      if (booking.state === state && booking.came === came) return { day, answer: null }
      const marked: Booking = { ...booking, state, ...(came === undefined ? {} : { came }) }
      return { day: { ...day, bookings: day.bookings.map(one => (one === booking ? marked : one)) }, answer: null }
    })
    return {}
  },
}
