import type { circles as contract } from '../../../../core/life/circles/contract'
import { isIn, judgeJoin, MOST_IN_CIRCLE } from '../../../../core/life/circles/rules'
import { belongs } from '../../../kernel/access'
import type { Handlers } from '../use-case'
import { Circles } from './documents'
import { inviteToMeetings, leaveMeetings } from './meetings'

export const join: Handlers<Pick<typeof contract, 'circle.join' | 'circle.leave'>> = {
  async 'circle.join'({ circleId }, context) {
    const { store, subject: circle, person, actor, now, fail } = context
    const table = store.table(Circles)
    if (!isIn(circle, person._id)) {
      const near = belongs(person, { path: circle.path })
      const verdict = judgeJoin(circle, near)
      if (verdict !== 'open') return fail(verdict)
      const helper = actor.memberId === person._id ? {} : { by: actor }
      // The list has room for as many: its last place is empty.
      const room = { _id: circleId, closedAt: { exists: false }, [`members.${String(MOST_IN_CIRCLE - 1)}`]: { exists: false } } as const
      const entry = { memberId: person._id, at: now, ...helper }
      const joined = await table.update({ ...room, 'members.memberId': { not: person._id } }, { push: { members: entry } })
      if (joined === 0) {
        const after = (await table.get(circleId)) ?? fail('NOT_FOUND')
        if (!isIn(after, person._id)) {
          const again = judgeJoin(after, near)
          return fail(again === 'open' ? 'CONFLICT' : again)
        }
      }
    }
    await inviteToMeetings(context, circleId, person._id)
    return {}
  },

  async 'circle.leave'({ circleId }, context) {
    const { store, person } = context
    await store.table(Circles).update({ _id: circleId, 'members.memberId': person._id }, { pull: { members: { memberId: person._id } } })
    await leaveMeetings(context, circleId, person._id)
    return {}
  },
}
