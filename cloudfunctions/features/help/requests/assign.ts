import { Members } from '../../people/public'
import type { Helper } from '../../../../core/help/requests/case'
import type { requests as contract } from '../../../../core/help/requests/contract'
import { reassign } from '../../../../core/help/requests/hands'
import { roles } from '../../../../core/shared/operation'
import type { Handlers } from '../use-case'
import { doingOf, finish } from './finish'
import { loadsOf, standOn } from './people'
import { stepRequest } from './step'

/** Who may also give it upwards, to the secretary and the street; leaders and liaisons give it to those beside them. */
const deciding = ['secretary', 'street', 'bureau'] as const

/** What officers do with a request: see who could take it, and give it to somebody. */
export const assigning: Handlers<Pick<typeof contract, 'request.candidates' | 'request.reassign'>> = {
  async 'request.candidates'(_, context) {
    const { subject, holds } = context
    const { people } = await standOn(context, subject, 'liaison', { near: true })
    const above = holds(deciding, subject.path) ? [...people.secretary, ...people.street] : []
    const near = people.near.map(one => ({ memberId: one.memberId, name: one.name, role: 'volunteer' as const, metres: one.metres }))
    const beside = [...people.liaison, ...people.leaders, ...people.team, ...near, ...above]
    const all = beside.filter(
      (one, index) => one.memberId !== subject.memberId && beside.findIndex(other => other.memberId === one.memberId) === index,
    )
    const loads = await loadsOf(
      context.store,
      all.map(one => one.memberId),
    )
    const items = all.map(({ memberId, name, role, ...more }) => ({
      memberId,
      name,
      role,
      load: loads.get(memberId) ?? 0,
      ...('metres' in more && typeof more.metres === 'number' ? { metres: more.metres } : {}),
    }))
    return { items: items.sort((one, other) => one.load - other.load) }
  },

  async 'request.reassign'({ memberId, reason }, context) {
    const { subject, store, holds, checkText, audit, fail } = context
    const [member, { people }] = await Promise.all([
      store.table(Members).get(memberId),
      standOn(context, subject, 'liaison', { near: true }),
      checkText(reason),
    ])
    if (member?.state !== 'active' || memberId === subject.memberId) return fail('NOT_FOUND')
    const above = holds(deciding, subject.path) ? [...people.secretary, ...people.street] : []
    const known = [...people.liaison, ...people.leaders, ...people.team, ...above].find(one => one.memberId === memberId)
    const near = people.near.some(one => one.memberId === memberId)
    // Whom the officer does not look after and the ladder does not know of is nobody's to be given anything.
    if (!known && !near && !holds(roles, member.path)) return fail('NOT_FOUND')
    const helper: Helper = { memberId, name: member.name, role: known?.role ?? 'volunteer' }
    const settled = await stepRequest(context, subject, request => reassign(request, helper, reason, doingOf(context)))
    if (!('refused' in settled) && settled.changed) audit(subject.memberId, 'request.reassigned', reason)
    return finish(context, settled, context.refuse)
  },
}
