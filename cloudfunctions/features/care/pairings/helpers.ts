import { inOrder, type Paired, type PairingKind } from '../../../../core/care/pairings/rules'
import type { Instant } from '../../../../core/shared/operation'
import { slicesOf } from '../../../kernel/in-groups'
import type { Store } from '../../../kernel/store'
import { type Caseload, Caseloads } from './documents'

/** A helper of an elder. */
export interface PairedHelper {
  memberId: string
  name: string
  kind: PairingKind
  since: Instant
  /** A partner unit instead of a member: it has a number but no account and no tasks. */
  partner: boolean
}

/** Elders of one query. */
const BATCH = 500
/** More helpers than so many elders have. */
const MOST = 1000

/** The caseloads with any of these elders. */
export const caseloadsOf = async (store: Store, memberIds: readonly string[]): Promise<Caseload[]> => {
  const asked = [...new Set(memberIds)]
  const found = await Promise.all(
    slicesOf(asked, BATCH).map(part =>
      store.table(Caseloads).find({ 'elders.memberId': part.length === 1 ? (part[0] ?? null) : { in: part } }, { limit: MOST }),
    ),
  )
  return [...new Map(found.flat().map(one => [one._id, one])).values()]
}

/** The helpers of each of these elders, fixed contact first; each elder is in the map. One wave. */
export const helpersOf = async (store: Store, memberIds: readonly string[]): Promise<Map<string, PairedHelper[]>> =>
  helpersIn(await caseloadsOf(store, memberIds), memberIds)

/** The same, from caseloads that are known already. */
export const helpersIn = (caseloads: readonly Caseload[], memberIds: readonly string[]): Map<string, PairedHelper[]> => {
  const helpers = new Map<string, PairedHelper[]>(memberIds.map(memberId => [memberId, []]))
  for (const { _id, name, partner, elders } of caseloads)
    for (const { memberId, kind, since } of elders) helpers.get(memberId)?.push({ memberId: _id, name, kind, since, partner })
  return new Map([...helpers].map(([memberId, all]) => [memberId, inOrder(all)]))
}

/** The elders of a helper. */
export const eldersOf = async (store: Store, helperId: string): Promise<Paired[]> =>
  (await store.table(Caseloads).get(helperId))?.elders ?? []
