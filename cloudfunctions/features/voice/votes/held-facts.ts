import { fact, type HeldFact } from '../../../../core/people/public'
import type { Ports } from '../../../kernel/ports'
import { VoteRoll, Votes } from './documents'

/** The votes in which a person voted or stood. */
export const heldByVotes = async ({ store }: Pick<Ports, 'store'>, { memberId }: { memberId: string }): Promise<HeldFact[]> => {
  const [cast, stood] = await Promise.all([
    store.table(VoteRoll).find({ memberId }, { limit: 1000 }),
    store.table(Votes).count({ 'candidates.memberId': memberId }),
  ])
  const voted = cast.filter(one => one.voted).length
  return [
    ...(voted > 0 ? [fact('votes', '投过的票', `${String(voted)}次`)] : []),
    ...(stood > 0 ? [fact('candidacies', '做过候选人', `${String(stood)}次`)] : []),
  ]
}
