import type { Helper } from '../../../../core/help/requests/case'
import type { requests as contract } from '../../../../core/help/requests/contract'
import * as rules from '../../../../core/help/requests/helper-steps'
import { roles } from '../../../../core/shared/operation'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'
import { deciding } from './candidates'
import { doingOf, finish } from './finish'
import { ladderFor } from './ladder'
import { stepRequest } from './step'

export const reassign: Handlers<Pick<typeof contract, 'request.reassign'>> = {
  async 'request.reassign'({ memberId, reason }, context) {
    const { subject, store, holds, checkText, audit, fail } = context
    const [member, { candidates }] = await Promise.all([
      store.table(Members).get(memberId),
      ladderFor(context, subject, 'liaison', { near: true }),
      checkText(reason),
    ])
    if (member?.state !== 'active' || memberId === subject.memberId) return fail('NOT_FOUND')
    const above = holds(deciding, subject.path) ? [...candidates.secretary, ...candidates.street] : []
    const known = [...candidates.liaison, ...candidates.leaders, ...candidates.team, ...above].find(one => one.memberId === memberId)
    const near = candidates.near.some(one => one.memberId === memberId)
    // The helper must be a candidate of the ladder or a member the officer is in charge of.
    if (!known && !near && !holds(roles, member.path)) return fail('NOT_FOUND')
    const helper: Helper = { memberId, name: member.name, role: known?.role ?? 'volunteer' }
    const outcome = await stepRequest(context, subject, request => rules.reassign(request, helper, reason, doingOf(context)))
    if (!('refused' in outcome) && outcome.changed) audit(subject.memberId, 'request.reassigned', reason)
    return finish(context, outcome, context.refuse)
  },
}
