import type { Seat } from '../../../../core/people/committees/posts'
import type { Book } from '../../../../core/people/regulations/rules'
import type { DateText } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import type { Organization } from '../documents'
import { Committees, PastCommittees } from './documents'

/** More terms than a branch looks back on. */
const MOST = 20

/** The committees that a branch had, and has, as its meetings are judged by them. */
export interface CommitteeStanding {
  /** Since when it has had one; null where it has none: a secretary, with a deputy or without, is no committee. */
  since: DateText | null
  /** Who sat on it on that day; null where none is known. */
  seatedOn: (on: DateText) => readonly string[] | null
}

const personsOf = (seats: readonly Pick<Seat, 'memberId'>[]): string[] => [...new Set(seats.map(seat => seat.memberId))]

/** One wave of two queries. `book`: the rule set at the branch. */
export const committeeStanding = async (
  store: Store,
  { _id: branchId, branchKind }: Pick<Organization, '_id' | 'branchKind'>,
): Promise<(book: Book, today: DateText) => CommitteeStanding> => {
  const [row, past] = await Promise.all([
    store.table(Committees).get(branchId),
    store.table(PastCommittees).find({ branchId }, { order: [['heldOn', 'desc']], limit: MOST }),
  ])
  const term = row?.term
  const former = [...past, ...(row?.former ?? [])]
  return (book, today) => {
    const persons = personsOf(term?.seats ?? [])
    // That there are too few is said of a branch which has to have a committee.
    const has = persons.length >= book.number('committee.least', { on: today, branchKind }) || row?.warnings.includes('too-few') === true
    const starts = [...(term ? [term.heldOn] : []), ...former.map(one => one.heldOn)].sort()
    return {
      since: term && has ? (starts[0] ?? null) : null,
      seatedOn: on => {
        if (term && term.heldOn <= on) return personsOf(term.seats)
        const then = former.find(one => one.heldOn <= on && on <= one.endedOn)
        return then ? personsOf(then.seats) : null
      },
    }
  }
}
