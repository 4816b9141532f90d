/** What a ballot says of one candidate: ○, × or nothing. */
export const marks = ['for', 'against', 'abstain'] as const
export type Mark = (typeof marks)[number]

/** One ballot: a mark for each candidate in the order of the ballot, and the names that were written in. */
export interface Ballot {
  marks: readonly Mark[]
  writeIns: readonly string[]
}

/** Why a ballot is void: it names more than there are seats; it writes in more people than it disapproves of. */
type Void = 'too-many-names' | 'write-in-unfounded'

/** Whether a ballot counts: as many names as there are seats or fewer; only who disapproves of a candidate writes in another, one for each. */
export const judgeBallot = ({ marks: given, writeIns }: Ballot, seats: number): Void | null => {
  const count = (mark: Mark) => given.filter(one => one === mark).length
  if (new Set(writeIns).size < writeIns.length || writeIns.length > count('against')) return 'write-in-unfounded'
  return count('for') + writeIns.length > seats ? 'too-many-names' : null
}

/** The separators between names that people write. */
const between = /[、，,;；\s]+/u
const MOST_NAMES = 20
/** The names in what was written. */
export const namesIn = (written: string): string[] =>
  written
    .split(between)
    .filter(one => one !== '')
    .slice(0, MOST_NAMES)

/** Votes as they were counted, by candidate and by the name of those written in. */
export interface Tally {
  returned: number
  invalid: number
  candidates: { memberId: string; for: number; against: number; abstain: number }[]
  writeIns: { name: string; votes: number }[]
}

/** Counts ballots; those that are void count as returned and as invalid. */
export const tally = (ballots: readonly Ballot[], candidateIds: readonly string[], seats: number): Tally => {
  const valid = ballots.filter(one => judgeBallot(one, seats) === null)
  const count = (at: number, mark: Mark) => valid.filter(one => (one.marks[at] ?? 'abstain') === mark).length
  const names = new Map<string, number>()
  for (const name of valid.flatMap(one => one.writeIns)) names.set(name, (names.get(name) ?? 0) + 1)
  return {
    returned: ballots.length,
    invalid: ballots.length - valid.length,
    candidates: candidateIds.map((memberId, at) => ({
      ...{ memberId, for: count(at, 'for'), against: count(at, 'against'), abstain: count(at, 'abstain') },
    })),
    writeIns: [...names].map(([name, votes]) => ({ name, votes })),
  }
}

/** Paper ballots as the tellers counted them. Votes against and abstentions may be left out; where they are given, all sums are held against the ballots. */
export interface Paper {
  returned: number
  invalid: number
  counts: Readonly<Record<string, number>>
  against?: Readonly<Record<string, number>> | undefined
  abstain?: Readonly<Record<string, number>> | undefined
}

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((all, one) => all + one, 0)

/**
 * Whose numbers cannot be: more votes for one than valid ballots; with votes against and abstentions the three of a candidate are not the valid ballots; all votes
 * together are more than the seats on so many ballots; more were written in than candidates disapproved of. `null` where the numbers fit.
 */
export const wrongCounts = (paper: Paper, candidateIds: readonly string[], seats: number): string[] | null => {
  const { returned, invalid, counts, against, abstain } = paper
  const valid = returned - invalid
  if (valid < 0) return []
  const high = Object.entries(counts).flatMap(([id, votes]) => (votes > valid ? [id] : []))
  if (high.length > 0) return high
  const whole = against !== undefined && abstain !== undefined
  const unequal = whole
    ? candidateIds.filter(id => (counts[id] ?? 0) + (against[id] ?? 0) + (abstain[id] ?? 0) !== valid)
    : candidateIds.filter(id => (counts[id] ?? 0) + (against?.[id] ?? 0) + (abstain?.[id] ?? 0) > valid)
  if (unequal.length > 0) return unequal
  if (sum(counts) > seats * valid) return Object.keys(counts)
  const written = Object.entries(counts).filter(([id]) => !candidateIds.includes(id))
  const disapproved = against === undefined ? candidateIds.length * valid - sum(counts) + sum(Object.fromEntries(written)) : sum(against)
  return sum(Object.fromEntries(written)) > disapproved ? written.map(([id]) => id) : null
}
