import type { pairings as contract } from '../../../../core/care/pairings/contract'
import type { Handlers } from '../use-case'
import { changeCaseload, ending } from './caseloads'
import { deliver } from './deliver'
import { Caseloads } from './documents'

export const end: Handlers<Pick<typeof contract, 'pairing.end'>> = {
  async 'pairing.end'({ helperId, elderIds, reason }, context) {
    const { store, actor, subject, audit, checkText } = context
    const [had] = await Promise.all([store.table(Caseloads).get(helperId), checkText(reason)])
    const ids = new Set(elderIds)
    const helper = had ?? { ...subject, partner: 'offers' in subject }
    const changed = await changeCaseload(
      context,
      helper,
      ending(one => (ids.has(one.memberId) ? { cause: 'ended', reason } : null), actor),
    )
    if ('refused' in changed) return { count: 0 }
    for (const one of had?.elders ?? []) if (ids.has(one.memberId)) audit(one.memberId, 'pairing.ended', reason)
    await deliver(context, helperId)
    return { count: changed.elders.length }
  },
}
