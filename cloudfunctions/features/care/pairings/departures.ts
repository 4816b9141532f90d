import type { Instant } from '../../../../core/shared/operation'
import type { WindUp } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'
import type { Ports } from '../../../kernel/ports'
import { adding, changeCaseload, ending } from './caseloads'
import { deliver } from './deliver'
import { Caseloads, PairingHistory } from './documents'
import { caseloadsOf } from './helpers'

/** More pairings than one member ever has. */
const MOST = 1000

/**
 * Ends every pairing of a member who died, as an elder and as a helper (P34); `why` goes to the history. The elders of a helper are gaps
 * until they are handed over. Repeating it changes nothing.
 */
export const endPairingsOf = async (ports: Ports, memberId: string, why: string, by: Actor): Promise<void> => {
  const [helping, own] = await Promise.all([caseloadsOf(ports.store, [memberId]), ports.store.table(Caseloads).get(memberId)])
  for (const helper of helping)
    await changeCaseload(
      ports,
      helper,
      ending(one => (one.memberId === memberId ? { cause: 'died', reason: why } : null), by),
    )
  if (own)
    await changeCaseload(
      ports,
      own,
      ending(() => ({ cause: 'helper-died', reason: why }), by),
    )
  for (const { _id } of [...helping, ...(own ? [own] : [])]) await deliver(ports, _id)
}

/**
 * Restores what `endPairingsOf` ended since an instant, after a death marked by mistake. An elder who has another fixed contact by now
 * keeps that one; a list that is full by now takes no one back.
 */
export const restorePairingsOf = async (ports: Ports, memberId: string, since: Instant, by: Actor): Promise<void> => {
  const history = ports.store.table(PairingHistory)
  const [asElder, asHelper] = await Promise.all([
    history.find({ memberId, until: { gte: since } }, { limit: MOST }),
    history.find({ helperId: memberId, until: { gte: since } }, { limit: MOST }),
  ])
  const ended = [...asElder.filter(one => one.cause === 'died'), ...asHelper.filter(one => one.cause === 'helper-died')]
  const helpers = await ports.store.table(Caseloads).getMany([...new Set(ended.map(one => one.helperId))])
  for (const helper of helpers) {
    const back = ended.filter(one => one.helperId === helper._id)
    const elders = back.map(({ memberId: elderId, name, branchId, kind, since: from }) => ({
      memberId: elderId,
      name,
      branchId,
      kind,
      since: from,
      by,
    }))
    const restored = await changeCaseload(ports, helper, adding(elders, by))
    if ('refused' in restored) continue
    await history.remove({ _id: { in: back.map(one => one._id) } })
    await deliver(ports, helper._id)
  }
}

/** The pairings of a departing person end, as an elder and as a helper. */
export const leavePairings: WindUp = (ports, { memberId, why, by }) =>
  endPairingsOf(ports, memberId, why === 'died' ? '本人去世' : '本人已转出', by)
