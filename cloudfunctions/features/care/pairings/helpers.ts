import { inOrder, type Paired, type PairingKind } from '../../../../core/care/pairings/rules'
import type { Instant } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import { type Caseload, Caseloads } from './documents'

/** Somebody who looks after an elder. */
export interface PairedHelper {
  memberId: string
  name: string
  kind: PairingKind
  since: Instant
  /** A partner unit, not a member: it has a number to ring but no account and no tasks. */
  partner: boolean
}

/** As many elders are looked up in one go. */
const BATCH = 500
/** More helpers than look after so many elders. */
const MOST = 1000

/** The caseloads that any of these elders is on. */
export const caseloadsOf = async (store: Store, memberIds: readonly string[]): Promise<Caseload[]> => {
  const asked = [...new Set(memberIds)]
  const parts = Array.from({ length: Math.ceil(asked.length / BATCH) }, (_, index) => asked.slice(index * BATCH, (index + 1) * BATCH))
  const found = await Promise.all(
    parts.map(part =>
      store.table(Caseloads).find({ 'elders.memberId': part.length === 1 ? (part[0] ?? null) : { in: part } }, { limit: MOST }),
    ),
  )
  return [...new Map(found.flat().map(one => [one._id, one])).values()]
}

/** Who looks after each of these elders, the fixed contact first; nobody is left out of the map. One wave. */
export const helpersOf = async (store: Store, memberIds: readonly string[]): Promise<Map<string, PairedHelper[]>> =>
  helpersIn(await caseloadsOf(store, memberIds), memberIds)

/** The same from caseloads that are known already. */
export const helpersIn = (caseloads: readonly Caseload[], memberIds: readonly string[]): Map<string, PairedHelper[]> => {
  const helpers = new Map<string, PairedHelper[]>(memberIds.map(memberId => [memberId, []]))
  for (const { _id, name, partner, elders } of caseloads)
    for (const { memberId, kind, since } of elders) helpers.get(memberId)?.push({ memberId: _id, name, kind, since, partner })
  return new Map([...helpers].map(([memberId, all]) => [memberId, inOrder(all)]))
}

/** Whom a helper looks after. */
export const eldersOf = async (store: Store, helperId: string): Promise<Paired[]> =>
  (await store.table(Caseloads).get(helperId))?.elders ?? []
