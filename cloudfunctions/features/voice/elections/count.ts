import type { elections as contract } from '../../../../core/voice/elections/contract'
import { wrongCounts, type Paper } from '../../../../core/voice/elections/ballots'
import { leastVotes } from '../../../../core/voice/elections/numbers'
import { outcomes } from '../../../../core/voice/elections/outcome'
import type { Input, Output } from '../../../../core/shared/operation'
import { nameKey } from '../../../../core/people/public'
import type { Actor } from '../../../kernel/identity'
import type { Context, Handlers } from '../use-case'
import { ElectionVoters, type Election, type StoredLine, type StoredPaper, type StoredResult } from './documents'
import { factsFor, type Facts } from './facts'
import { phonesOf } from './phones'
import { opened, waysOf } from './roll'
import { changeElection, idsOf } from './row'

type Whole = Output<(typeof contract)['election.result']>
type GivenPaper = Input<(typeof contract)['election.count']>['paper']
type Counting = Pick<Context<'election.count'>, 'store' | 'fail' | 'refuse'>

const MOST_FOUND = 10

/** Who counts: the tellers of the vote, and the secretary of its branch. */
export const counts = (
  { holds, person }: Pick<Context<'election.count'>, 'holds' | 'person'>,
  { path, counters, watchers }: Pick<Election, 'path' | 'counters' | 'watchers'>,
): boolean => holds(['secretary'], path) || [...counters, ...watchers].some(one => one.memberId === person._id)

/** Paper ballots as they are answered. */
export const shownPaper = ({ returned, invalid, lines }: StoredPaper): GivenPaper => {
  const some = (mark: 'against' | 'abstain') => {
    const pairs = lines.flatMap(one => (one[mark] === undefined ? [] : [[one.memberId, one[mark]] as const]))
    return pairs.length > 0 ? { [mark]: Object.fromEntries(pairs) } : {}
  }
  return {
    ...{ returned, invalid, counts: Object.fromEntries(lines.map(one => [one.memberId, one.for])) },
    ...some('against'),
    ...some('abstain'),
  }
}

const storedPaper = (
  { returned, invalid, counts: votes, against, abstain }: GivenPaper,
  candidateIds: readonly string[],
  by: Actor,
): StoredPaper => {
  const written = Object.keys(votes).filter(id => !candidateIds.includes(id))
  return {
    ...{ returned, invalid, by },
    lines: [...candidateIds, ...written].map(memberId => ({
      ...{ memberId, for: votes[memberId] ?? 0 },
      ...(against?.[memberId] === undefined ? {} : { against: against[memberId] }),
      ...(abstain?.[memberId] === undefined ? {} : { abstain: abstain[memberId] }),
    })),
  }
}

/** How many papers were given out; where it was not noted who had one, as many as voted on no phone. */
const givenIn = async (store: Counting['store'], election: Election & { roll: NonNullable<Election['roll']> }): Promise<number> => {
  if (election.given !== undefined) return election.given
  const ways = await waysOf(store, election._id)
  const handed = ways.filter(one => one.way === 'paper').length
  return handed > 0 ? handed : election.roll.voterIds.length - ways.length
}

/** Refuses counts that cannot be: by their sums, by the people they name, by how many ballots were given out. */
const checked = async (
  { store, fail }: Counting,
  election: Election & { roll: NonNullable<Election['roll']> },
  paper: Paper,
  facts: Pick<Facts, 'isFull'>,
): Promise<void> => {
  const candidateIds = idsOf(election.candidates)
  const barred = idsOf(election.barred)
  const named = [paper.counts, paper.against ?? {}, paper.abstain ?? {}].flatMap(one => Object.keys(one))
  const strangers = named.filter(id => !candidateIds.includes(id) && (!facts.isFull(id) || barred.includes(id)))
  if (strangers.length > 0) return fail('ELECTION_NOT_ELIGIBLE', { memberIds: [...new Set(strangers)] })
  const given = await givenIn(store, election)
  if (paper.returned > given) return fail('BALLOTS_TOO_MANY', { returned: paper.returned, given })
  const wrong = wrongCounts(paper, candidateIds, election.seats)
  if (wrong) return fail('ELECTION_COUNT_WRONG', { memberIds: wrong })
}

const nameIn = ({ full }: Facts, memberId: string): string => full.find(one => one._id === memberId)?.name ?? ''

/** The whole count of papers and phones, person by person. */
const linesOf = (election: Election, facts: Facts, paper: StoredPaper | undefined, writeIns: Readonly<Record<string, string>>) => {
  const { candidates, phone, barred } = election
  const [candidateIds, out] = [idsOf(candidates), idsOf(barred)]
  const meant = (name: string): string | undefined => {
    const able = facts.full.filter(one => !candidateIds.includes(one._id) && !out.includes(one._id))
    const said = writeIns[name]
    if (said !== undefined && able.some(one => one._id === said)) return said
    const same = able.filter(one => nameKey(one.name) === nameKey(name))
    return same.length === 1 ? same[0]?._id : undefined
  }
  const onPaper = (id: string) => paper?.lines.find(one => one.memberId === id)
  const valid = (paper?.returned ?? 0) - (paper?.invalid ?? 0)
  const first = candidates.map(({ memberId, name }): StoredLine => {
    const [on, with_] = [onPaper(memberId), phone?.candidates.find(one => one.memberId === memberId)]
    const against = on?.against ?? 0
    // Where the tellers counted approval and disapproval alone, the rest abstained.
    const abstain = on?.abstain ?? (on ? valid - on.for - against : 0)
    return {
      ...{ memberId, name, candidate: true, for: (on?.for ?? 0) + (with_?.for ?? 0) },
      ...{ against: against + (with_?.against ?? 0), abstain: abstain + (with_?.abstain ?? 0) },
    }
  })
  const written = new Map<string, number>()
  for (const one of paper?.lines ?? []) if (!candidateIds.includes(one.memberId)) written.set(one.memberId, one.for)
  const unknown: { name: string; votes: number }[] = []
  for (const { name, votes } of phone?.writeIns ?? []) {
    const id = meant(name)
    if (id === undefined) unknown.push({ name, votes })
    else written.set(id, (written.get(id) ?? 0) + votes)
  }
  const others = [...written].flatMap(([memberId, votes]): StoredLine[] => {
    const name = nameIn(facts, memberId)
    return votes === 0 ? [] : [{ memberId, name, candidate: false, for: votes, against: 0, abstain: 0 }]
  })
  return { lines: [...first, ...others], unknown }
}

/** A result as it is answered. */
export const shownResult = ({ roll, numbers }: Pick<Election, 'roll' | 'numbers'>, result: StoredResult): Whole => {
  const { by: _by, at: _at, ...shown } = result
  const [due, present] = [roll?.due ?? 0, roll?.voterIds.length ?? 0]
  return { ...shown, valid: true, leastByDue: leastVotes(due, numbers), leastByPresent: leastVotes(present, numbers) }
}

const hasRoll = (election: Election): election is Election & { roll: NonNullable<Election['roll']> } => election.roll !== undefined

export const count: Handlers<Pick<typeof contract, 'election.count' | 'election.find' | 'election.result'>> = {
  async 'election.count'({ paper }, context) {
    const { subject: election, actor, fail } = context
    if (!counts(context, election)) return fail('FORBIDDEN')
    if (election.state !== 'open' || !hasRoll(election)) return fail('ELECTION_NOT_NOW', { state: election.state })
    const facts = (await factsFor(context, election)) ?? fail('NOT_FOUND')
    await checked(context, election, paper, facts)
    await changeElection(context, ['open'], row => ({ ...row, paper: storedPaper(paper, idsOf(row.candidates), actor) }))
    return {}
  },

  async 'election.find'({ name }, context) {
    const { subject: election, fail } = context
    if (!counts(context, election)) return fail('FORBIDDEN')
    const facts = (await factsFor(context, election)) ?? fail('NOT_FOUND')
    const out = new Set([...idsOf(election.candidates), ...idsOf(election.barred)])
    const key = nameKey(name)
    const found = facts.full.filter(one => !out.has(one._id) && nameKey(one.name).includes(key))
    return { items: found.slice(0, MOST_FOUND).map(one => ({ memberId: one._id, name: one.name })) }
  },

  async 'election.result'({ paper, writeIns = {} }, context) {
    const { store, subject, actor, now, fail } = context
    if (subject.state === 'void' || subject.nextId !== undefined || subject.seated)
      return fail('ELECTION_NOT_NOW', { state: subject.state })
    const begun = subject.state === 'prepared' ? await opened(context, subject) : subject
    const nothing = { valid: false, elected: [], byDue: [], byPresent: [], differs: false, returned: 0, invalid: 0, paper: 0, handsets: 0 }
    if (!('state' in begun)) return { ...nothing, lines: [], unknown: [], leastByDue: 0, leastByPresent: 0 }
    if (!hasRoll(begun)) return fail('ELECTION_NOT_NOW', { state: begun.state })
    // The same again, and nothing more is said.
    if (begun.result && !paper && Object.keys(writeIns).length === 0) return shownResult(begun, begun.result)
    const facts = (await factsFor(context, begun)) ?? fail('NOT_FOUND')
    if (paper) await checked(context, begun, paper, facts)
    const closed = begun.phone ? begun : await phonesOf(context, begun)
    if (!closed) return fail('CONFLICT')
    const given = await givenIn(store, begun)
    const done = await changeElection({ ...context, subject: closed }, ['open', 'counted'], row => {
      if (row.nextId !== undefined || row.seated) return fail('ELECTION_NOT_NOW', { state: row.state })
      const kept = paper ? storedPaper(paper, idsOf(row.candidates), actor) : row.paper
      const said = { ...Object.fromEntries((row.meant ?? []).map(one => [one.written, one.memberId])), ...writeIns }
      const { lines, unknown } = linesOf(row, facts, kept, said)
      const meant = Object.entries(said).map(([written, memberId]) => ({ written, memberId, name: nameIn(facts, memberId) }))
      const { seats, base, numbers, phone } = row
      const roll = { due: begun.roll.due, present: begun.roll.voterIds.length }
      const outcome = outcomes(lines.map(one => ({ memberId: one.memberId, votes: one.for })), seats, roll, base, numbers) // prettier-ignore
      const [onPaper, onPhone] = [kept?.returned ?? 0, phone?.returned ?? 0]
      const { rerun, ...who } = outcome
      const result: StoredResult = {
        ...{ ...who, ...(rerun ? { rerun } : {}) },
        ...{ returned: onPaper + onPhone, invalid: (kept?.invalid ?? 0) + (phone?.invalid ?? 0), paper: onPaper, handsets: onPhone },
        ...{ lines, unknown, by: actor, at: now },
      }
      return { ...row, state: 'counted', given, ...(kept ? { paper: kept } : {}), ...(meant.length > 0 ? { meant } : {}), result }
    })
    await store.table(ElectionVoters).remove({ electionId: done._id })
    return done.result ? shownResult(done, done.result) : fail('CONFLICT')
  },
}
