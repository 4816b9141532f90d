import type { DateText } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import { Committees, PastCommittees, type Term } from './documents'

const satOn = ({ seats, left = [] }: Pick<Term, 'seats' | 'left'>, day: DateText): string[] => [
  ...seats.filter(seat => seat.since <= day).map(seat => seat.memberId),
  ...left.filter(seat => seat.since <= day && day < seat.until).map(seat => seat.memberId),
]

/**
 * Who sits, or sat, on the committee of a branch: the answer tells the ids on a day; null where no committee was in office then. Two queries in one
 * wave.
 */
export const committeesOf = async (store: Store, branchId: string): Promise<(day: DateText) => ReadonlySet<string> | null> => {
  const [row, past] = await Promise.all([store.table(Committees).get(branchId), store.table(PastCommittees).findAll({ branchId })])
  const over = [...past, ...(row?.former ?? [])]
  return day => {
    const term = row?.term && row.term.heldOn <= day ? row.term : over.find(one => one.heldOn <= day && day < one.endedOn)
    return term ? new Set(satOn(term, day)) : null
  }
}
