import { fact, type HeldFact } from '../../../../core/people/public'
import type { Ports } from '../../../kernel/ports'
import { RoundEntries, Rounds } from './documents'

/** The rounds in which a person is a juror, and their suggestions that were judged. */
export const heldByRounds = async ({ store }: Pick<Ports, 'store'>, { memberId }: { memberId: string }): Promise<HeldFact[]> => {
  const [juries, judged] = await Promise.all([
    store.table(Rounds).count({ party: memberId }),
    store.table(RoundEntries).count({ memberId }),
  ])
  return [
    ...(juries > 0 ? [fact('juries', '当过金点子评委', `${String(juries)}次`)] : []),
    ...(judged > 0 ? [fact('judged', '参加评选的建议', `${String(judged)}条`)] : []),
  ]
}
