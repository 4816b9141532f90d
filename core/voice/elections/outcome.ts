import { candidatesNeeded, passes, type ElectionNumbers } from './numbers'

/** What more than half is more than half of: those due, or those present. The method that the meeting passed names it. */
export const bases = ['due', 'present'] as const
export type Base = (typeof bases)[number]

interface Votes {
  memberId: string
  votes: number
}

/** Another vote: among those with equally many votes at the cut, or for the seats that are left. */
export interface Rerun {
  kind: 'tie' | 'further'
  seats: number
  candidateIds: string[]
}

interface Outcome {
  elected: string[]
  rerun?: Rerun
}

const manyFirst = (one: Votes, other: Votes): number => other.votes - one.votes

/**
 * Who is elected: of those approved by more than half of the base the ones with most votes. Equally many at the cut are voted on once more; seats that are left go
 * to a further vote among those who were not elected, the ones with most votes first.
 * @param standings in the order of the ballot, then those written in
 */
export const outcomeOf = (standings: readonly Votes[], seats: number, base: number, numbers: ElectionNumbers): Outcome => {
  const passed = standings.filter(one => passes(one.votes, base, numbers)).sort(manyFirst)
  const [last, next] = [passed[seats - 1], passed[seats]]
  if (last && next && last.votes === next.votes) {
    const elected = passed.filter(one => one.votes > last.votes).map(one => one.memberId)
    const tied = passed.filter(one => one.votes === last.votes).map(one => one.memberId)
    return { elected, rerun: { kind: 'tie', seats: seats - elected.length, candidateIds: tied } }
  }
  const elected = passed.slice(0, seats).map(one => one.memberId)
  const left = seats - elected.length
  if (left === 0) return { elected }
  const others = [...standings].sort(manyFirst).flatMap(one => (elected.includes(one.memberId) ? [] : [one.memberId]))
  return { elected, rerun: { kind: 'further', seats: left, candidateIds: others.slice(0, candidatesNeeded(left, numbers)) } }
}

/** Both bases, and whether they say the same. */
export const outcomes = (
  standings: readonly Votes[],
  seats: number,
  { due, present }: { due: number; present: number },
  base: Base,
  numbers: ElectionNumbers,
) => {
  const [byDue, byPresent] = [due, present].map(one => outcomeOf(standings, seats, one, numbers))
  const chosen = base === 'due' ? byDue : byPresent
  const ids = (one: Outcome | undefined) => one?.elected ?? []
  const differs = ids(byDue).length !== ids(byPresent).length || ids(byDue).some(id => !ids(byPresent).includes(id))
  return {
    ...{ elected: ids(chosen), byDue: ids(byDue), byPresent: ids(byPresent), differs },
    ...(chosen?.rerun ? { rerun: chosen.rerun } : {}),
  }
}

/** The candidates that a further vote needs: as many more than seats as the rules ask, where there are so many; a tie is between the tied alone. */
export const neededAgain = (rerun: Rerun, numbers: ElectionNumbers): number =>
  rerun.kind === 'tie' ? rerun.candidateIds.length : Math.min(candidatesNeeded(rerun.seats, numbers), rerun.candidateIds.length)
