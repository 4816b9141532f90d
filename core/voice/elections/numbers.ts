import type { Book, BranchKind, Rule } from '../../people/public'
import type { DateText } from '../../shared/operation'

/** The numbers of the rule set that an election is judged by (基层组织选举工作条例; RULES.md 1.2). */
export interface ElectionNumbers {
  /** By how much candidates exceed the seats, at least. */
  morePercent: number
  /** How many of those due have to be there. */
  presentPercent: number
  /** Approval of more than this elects. */
  electedPercent: number
  document: string
}

/** The numbers that hold for a branch of that kind on that day. */
export const electionNumbers = (book: Book, on: DateText, branchKind: BranchKind | undefined): ElectionNumbers => {
  const rule = (key: 'election.more-percent' | 'election.present-percent' | 'election.elected-percent'): Rule =>
    book.rule(key, { on, branchKind })
  const present = rule('election.present-percent')
  return {
    morePercent: rule('election.more-percent').value,
    presentPercent: present.value,
    electedPercent: rule('election.elected-percent').value,
    document: present.document,
  }
}

const WHOLE = 100
/** The least whole number that is not below so many percent of `of`. */
const atLeast = (of: number, percent: number): number => Math.floor((of * percent + WHOLE - 1) / WHOLE)

/** How many candidates so many seats need: 3 seats 4, 5 seats 6, 7 seats 9. */
export const candidatesNeeded = (seats: number, { morePercent }: Pick<ElectionNumbers, 'morePercent'>): number =>
  atLeast(seats, WHOLE + morePercent)

/** How many with a vote have to be there; exactly four fifths are enough. */
export const leastPresent = (due: number, { presentPercent }: Pick<ElectionNumbers, 'presentPercent'>): number =>
  atLeast(due, presentPercent)

/** Compared by multiplication, never by dividing. */
export const isQuorate = (
  { due, present }: { due: number; present: number },
  { presentPercent }: Pick<ElectionNumbers, 'presentPercent'>,
): boolean => due > 0 && present * WHOLE >= due * presentPercent

/** Approval of more than half of the base elects; exactly half does not. */
export const passes = (votes: number, base: number, { electedPercent }: Pick<ElectionNumbers, 'electedPercent'>): boolean =>
  votes * WHOLE > base * electedPercent

/** The fewest votes that elect. */
export const leastVotes = (base: number, { electedPercent }: Pick<ElectionNumbers, 'electedPercent'>): number =>
  Math.floor((base * electedPercent) / WHOLE) + 1
