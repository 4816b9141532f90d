import type { requests as contract } from '../../../../core/help/requests/contract'
import type { Handlers } from '../use-case'
import { ladderFor } from './ladder'
import { loadsOf } from './loads'

/** Officers who may also give a request upwards, to the secretary and the street; leaders and liaisons choose among the helpers below them. */
export const deciding = ['secretary', 'street', 'bureau'] as const

export const candidates: Handlers<Pick<typeof contract, 'request.candidates'>> = {
  async 'request.candidates'(_, context) {
    const { subject, holds } = context
    const { candidates } = await ladderFor(context, subject, 'liaison', { near: true })
    const above = holds(deciding, subject.path) ? [...candidates.secretary, ...candidates.street] : []
    const near = candidates.near.map(one => ({ memberId: one.memberId, name: one.name, role: 'volunteer' as const, metres: one.metres }))
    const beside = [...candidates.liaison, ...candidates.leaders, ...candidates.team, ...near, ...above]
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
}
