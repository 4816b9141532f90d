import { added, electedBy } from '../../../../core/voice/votes/rules'
import { standingOf } from '../../../../core/voice/votes/rules'
import type { VoteState } from '../../../../core/voice/votes/kinds'
import type { Instant } from '../../../../core/shared/operation'
import { changeRow } from '../../../kernel/settle'
import type { Store } from '../../../kernel/store'
import { BallotTickets, ticketId } from '../ballots/public'
import { Votes, type Candidate, type Vote, type Voter } from './documents'

/** Changes a vote by one conditional write on its version; `next` answers it unchanged where nothing is to be done. */
export const change = (store: Store, seen: Vote, next: (row: Vote) => Vote): Promise<Vote> => changeRow(store.table(Votes), seen, next)

/** How it stands at that instant. */
export const stateAt = ({ state, nominateUntil, closesAt }: Vote, now: Instant): VoteState => {
  if (state === 'open' && now >= closesAt) return 'counting'
  return state === 'gathering' && now >= (nominateUntil ?? now) ? 'opening' : state
}

/** Are names still gathered? */
export const gathers = (vote: Vote, now: Instant): boolean => stateAt(vote, now) === 'gathering'

/** The list as it is voted on: names that are listed, each at its place. */
export const ballotOf = ({ candidates, secondsNeeded }: Pick<Vote, 'candidates' | 'secondsNeeded'>): Candidate[] =>
  candidates.filter(one => standingOf(one, secondsNeeded) === 'listed')

/** Of these lines of the roll those who are with us and have not voted: of a secret vote those without a ticket. */
export const silentOf = async (store: Store, vote: Vote, lines: readonly Voter[]): Promise<Voter[]> => {
  const tickets = vote.secret ? await store.table(BallotTickets).getMany(lines.map(one => ticketId(vote._id, one.memberId))) : []
  const have = new Set(tickets.map(one => one.memberId))
  return lines.filter(one => !one.voted && one.gone === undefined && !have.has(one.memberId))
}

/** What was counted so far with these lines of the roll. */
export const tallied = (vote: Vote, before: Vote['tally'], rows: readonly Voter[]): NonNullable<Vote['tally']> => {
  const { votes, cast, invited } = before ?? { votes: vote.candidates.map(() => 0), cast: 0, invited: 0 }
  return {
    votes: added(votes, rows.flatMap(one => (one.choices === null ? [] : [one.choices])), vote.seats), // prettier-ignore
    cast: cast + rows.filter(one => one.voted).length,
    invited: invited + rows.length,
  }
}

/** A vote whose count is complete. */
export const counted = (vote: Vote, { votes, cast, invited }: NonNullable<Vote['tally']>): Vote => {
  const out = vote.candidates.flatMap((one, index) => (one.out === undefined ? [] : [index]))
  const { tally: _counting, ...rest } = vote
  return {
    ...rest,
    state: 'closed',
    result: { ...electedBy(votes, { seats: vote.seats, out }), cast, invited },
    version: vote.version + 1,
  }
}

/** The names of these places of the list. */
export const namesOf = ({ candidates }: Pick<Vote, 'candidates'>, indices: readonly number[]): string[] =>
  indices.flatMap(index => candidates[index]?.name ?? [])
