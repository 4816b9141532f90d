import type { Instant } from '../../shared/operation'
import type { CandidateState } from './kinds'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** No vote is under way for longer. */
const MOST_DAYS = 120
/** So long before the end those are reminded who have not voted; of a short vote after half of it. */
const REMIND_BEFORE = DAY

/** How a name came onto the list, and what its bearer said. */
interface Standing {
  /** Put there by the publisher, not nominated. */
  listed: boolean
  /** A person of the organization, who is asked. */
  memberId?: string | undefined
  seconds: readonly string[]
  agreed?: boolean | undefined
  out?: Exclude<CandidateState, 'listed' | 'proposed'> | undefined
}

/** How many are still wanted who second a nominated name. */
export const wanting = ({ listed, seconds }: Standing, secondsNeeded: number): number =>
  listed ? 0 : Math.max(0, secondsNeeded - seconds.length)

/** A nominated name stands on the ballot once enough others second it and its bearer agrees. */
export const standingOf = (one: Standing, secondsNeeded: number): CandidateState => {
  if (one.out !== undefined) return one.out
  if (one.listed) return 'listed'
  return wanting(one, secondsNeeded) === 0 && (one.memberId === undefined || one.agreed === true) ? 'listed' : 'proposed'
}

interface Times {
  nominateUntil?: Instant | undefined
  closesAt: Instant
}
/** Names are gathered before the vote ends, and it ends some time from now. */
export const timesRight = ({ nominateUntil, closesAt }: Times, now: Instant): boolean =>
  (nominateUntil ?? now) >= now && (nominateUntil ?? now) < closesAt && closesAt <= now + MOST_DAYS * DAY

/** When those are reminded who have not voted. */
export const remindAt = (opensAt: Instant, closesAt: Instant): Instant =>
  Math.max(closesAt - REMIND_BEFORE, opensAt + Math.floor((closesAt - opensAt) / 2))

/** What is wrong with these choices; null where nothing is. Indices of the candidates. */
export const faultOf = (
  choices: readonly number[],
  { seats, candidates }: { seats: number; candidates: readonly { out?: unknown }[] },
): string | null => {
  if (choices.length === 0) return '请至少选一个'
  if (new Set(choices).size !== choices.length) return '同一个名字只能选一次'
  if (choices.length > seats) return `最多选${String(seats)}个`
  if (choices.some(one => candidates[one] === undefined)) return '名单里没有这一个'
  return choices.some(one => candidates[one]?.out !== undefined) ? '有一位已经退出，请改选别的' : null
}

/** How many votes each candidate has, who is elected, and who shares the last place with others. */
export interface Count {
  votes: number[]
  elected: number[]
  /** As many votes for fewer places: none of them is elected. */
  tied: number[]
  /** The places that those who are tied share. */
  left: number
}

/** Adds ballots to the votes counted so far. What names one who is not on the list, or more names than there are places, counts for none of them. */
export const added = (votes: readonly number[], ballots: readonly (readonly number[])[], seats: number): number[] => {
  const sums = [...votes]
  for (const ballot of ballots) {
    const names = new Set(ballot)
    if (names.size > seats || [...names].some(one => sums[one] === undefined)) continue
    for (const one of names) sums[one] = (sums[one] ?? 0) + 1
  }
  return sums
}

/** Who is elected by these votes: the most votes first, never one without a vote or one who is out. A tie at the last place elects none of those in it. */
export const electedBy = (votes: readonly number[], { seats, out }: { seats: number; out: readonly number[] }): Count => {
  const of = (index: number) => votes[index] ?? 0
  const ranked = votes
    .map((_, index) => index)
    .filter(index => of(index) > 0 && !out.includes(index))
    .sort((one, other) => of(other) - of(one) || one - other)
  const last = ranked[seats - 1]
  if (last === undefined) return { votes: [...votes], elected: ranked, tied: [], left: 0 }
  const above = ranked.filter(index => of(index) > of(last))
  const level = ranked.filter(index => of(index) === of(last))
  return above.length + level.length <= seats
    ? { votes: [...votes], elected: [...above, ...level], tied: [], left: 0 }
    : { votes: [...votes], elected: above, tied: level, left: seats - above.length }
}
