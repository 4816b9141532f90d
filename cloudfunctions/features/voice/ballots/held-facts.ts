import { fact, type HeldFact } from '../../../../core/people/public'
import type { Ports } from '../../../kernel/ports'
import { BallotTickets } from './documents'

/** To which secret votes and surveys a person has a ticket, while they go on; what they answered is held of no one. */
export const heldByBallots = async ({ store }: Pick<Ports, 'store'>, { memberId }: { memberId: string }): Promise<HeldFact[]> => {
  const had = await store.table(BallotTickets).count({ memberId })
  return had > 0 ? [fact('ballot-tickets', '不记名投票领过的票', `${String(had)}张（只记领过票，不记填了什么）`)] : []
}
