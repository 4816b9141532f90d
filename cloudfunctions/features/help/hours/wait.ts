import type { hours as contract } from '../../../../core/help/hours/contract'
import { MOST_WAITING, waitingPlace } from '../../../../core/help/hours/rules'
import type { Handlers } from '../use-case'
import { agendaOf, engage } from '../engaged'
import { changeHours, engagementOf, seated } from './change'

export const wait: Handlers<Pick<typeof contract, 'hours.wait' | 'hours.unwait'>> = {
  async 'hours.wait'(_, context) {
    const { store, subject: hours, person, actor, now, fail } = context
    const { _id: memberId, name } = person
    if (hours.hostIds.includes(memberId)) return fail('INVALID_INPUT', { paths: ['hoursId'], message: '这是自己坐班的时间，不用预约' })
    const busy = (person.engaged ?? []).filter(one => one.id !== hours._id)
    const { row, answer } = await changeHours(context, hours, before => {
      const mine = before.bookings.find(one => one.memberId === memberId && one.startsAt > now)
      if (mine) return { answer: { booked: mine, fresh: false } }
      if (before.waiting.some(one => one.memberId === memberId)) return { answer: { booked: undefined, fresh: false } }
      if (before.endsAt <= now || before.waiting.length >= MOST_WAITING) return fail('SLOT_CLOSED')
      const waiting = [...before.waiting, { memberId, name, at: now, by: actor }]
      const { next } = seated({ ...before, waiting }, now, one => (one === memberId ? busy : []))
      return { next, answer: { booked: next.bookings.find(one => one.memberId === memberId && one.startsAt > now), fresh: true } }
    })
    const { booked } = answer
    if (booked && answer.fresh) await engage(store, agendaOf(store, memberId), person, engagementOf(row, booked, now), now)
    return { position: waitingPlace(row, memberId), booked: booked ? { startsAt: booked.startsAt, endsAt: booked.endsAt } : null }
  },

  async 'hours.unwait'(_, context) {
    const { subject: hours, person } = context
    await changeHours(context, hours, before => {
      const waiting = before.waiting.filter(one => one.memberId !== person._id)
      return waiting.length === before.waiting.length ? { answer: null } : { next: { waiting }, answer: null }
    })
    return {}
  },
}
