import { tellingTime } from '../../../../core/care/visits/changes'
import type { visits as contract } from '../../../../core/care/visits/contract'
import { dateOf } from '../../../../core/shared/calendar'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'
import { Visits } from './documents'
import { replan } from './replan'
import { tellVisitors } from './telling'
import { markVisits } from './topic'

export const assign: Handlers<Pick<typeof contract, 'visit.assign'>> = {
  async 'visit.assign'({ helperId }, context) {
    const { store, subject: visit, now, audit, fail } = context
    if (visit.record) return fail('VISIT_DONE', { by: visit.record.actor.name, at: visit.record.at })
    if (visit.state !== 'due') return fail('CONFLICT')
    const visits = store.table(Visits)
    if (helperId === null) {
      await visits.update({ _id: visit._id, state: 'due' }, { unset: ['chosen'], inc: { version: 1 } })
      await replan(context, { branchId: visit.branchId })
      return { assigneeName: visit.assigneeName }
    }
    const helper = await store.table(Members).get(helperId)
    if (helper?.state !== 'active' || helper.branchId !== visit.branchId || helperId === visit.memberId) return fail('HELPER_UNFIT')
    const tellAt = visit.assigneeId === helperId ? null : tellingTime(visit, now)
    const on = visit.on ?? dateOf(Math.max(now, visit.opens))
    const written = await visits.update(
      { _id: visit._id, state: 'due', version: visit.version },
      {
        set: {
          ...{ assigneeId: helperId, assigneeName: helper.name, party: [helperId], chosen: true, on },
          ...(tellAt === null ? {} : { tellAt }),
        },
        unset: ['gap'],
        inc: { version: 1 },
      },
    )
    if (written === 0) {
      // Another was faster; where it named the same visitor, that is done.
      const stands = await visits.get(visit._id)
      return stands?.assigneeId === helperId && stands.chosen ? { assigneeName: helper.name } : fail('CONFLICT')
    }
    audit(visit.memberId, 'visit.assigned', visit._id)
    if (tellAt !== null) await tellVisitors(context, [{ ...visit, assigneeId: helperId, assigneeName: helper.name, tellAt }])
    // The days of the other visitors are planned again.
    await Promise.all([replan(context, { branchId: visit.branchId }), markVisits(context, visit.branchId, visit.year)])
    return { assigneeName: helper.name }
  },
}
