import type { posts as contract } from '../../../../core/service/posts/contract'
import { asHeld, tookPlace } from '../../../../core/service/posts/day'
import { claimsOf, holdersOf } from '../../../../core/service/posts/rules'
import { settled } from '../../../../core/service/posts/service-row'
import type { Handlers } from '../use-case'
import { shiftOf } from './shift-of'
import { decideServices, servicesOf } from './services'

export const settleShift: Handlers<Pick<typeof contract, 'post.settle'>> = {
  async 'post.settle'({ shiftId, served = [] }, context) {
    const { subject, actor, now, store, fail, audit } = context
    const called = shiftOf(subject, shiftId)
    if (!tookPlace(called)) return fail('POST_CLOSED')
    const shift = asHeld(called)
    if (now < shift.endsAt) return fail('SHIFT_NOT_OVER')
    const queue = claimsOf(subject.queue, shiftId).map(one => one.memberId)
    if (served.some(memberId => !queue.includes(memberId))) return fail('INVALID_INPUT', { paths: ['served'] })
    const owing = new Set(holdersOf(subject, shift).map(one => one.memberId))
    const rows = await servicesOf(store, subject._id, shiftId)
    const people = [...new Set([...owing, ...served, ...rows.map(row => row.memberId)])]
    const decided = await decideServices(context, subject, shift, people, (row, memberId) =>
      settled(shift, row, { came: served.includes(memberId), owes: owing.has(memberId), by: actor, now }),
    )
    for (const { memberId, before, after } of decided)
      if (after && before?.state !== after.state) audit(memberId, 'post.settle', after.state)
    const after = decided.flatMap(one => one.after ?? [])
    const done = after.filter(row => row.state === 'served')
    return {
      served: done.length,
      noShow: after.filter(row => row.state === 'no-show').length,
      minutes: done.reduce((sum, row) => sum + row.minutes, 0),
    }
  },
}
