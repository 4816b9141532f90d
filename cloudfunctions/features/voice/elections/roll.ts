import { createHash } from 'node:crypto'
import type { elections as contract } from '../../../../core/voice/elections/contract'
import { isQuorate, leastPresent } from '../../../../core/voice/elections/numbers'
import type { Roll } from '../../../../core/voice/elections/roll'
import { lacking } from '../../../../core/voice/elections/steps'
import { inStrokeOrder } from '../../../../core/voice/elections/strokes'
import type { Store } from '../../../kernel/store'
import type { Context, Handlers } from '../use-case'
import { Elections, ElectionVoters, voterId, type Election, type ElectionVoter } from './documents'
import { factsFor, rollNow } from './facts'
import { openPhones } from './phones'

/** The hash of a roll: the vote and everyone on it, in the order of their ids. It is published; the list is not. */
export const hashOf = (electionId: string, voterIds: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify([electionId, ...[...voterIds].sort()]))
    .digest('hex')

/** An election with the roll as it is, ballots given out. */
export const frozen = (election: Election, { dueIds, presentIds }: Roll): Election => ({
  ...election,
  state: 'open',
  roll: { due: dueIds.length, voterIds: presentIds, hash: hashOf(election._id, presentIds) },
})

/** By which door people of the roll vote, as far as they do. */
export const waysOf = (store: Store, electionId: string): Promise<ElectionVoter[]> => store.table(ElectionVoters).findAll({ electionId })

/** Freezes the roll where enough are there, and answers the election as it is then. */
export const opened = async (
  context: Pick<Context<'election.open'>, 'store' | 'now'> & { fail: (code: 'NOT_FOUND') => never },
  election: Election,
): Promise<Election | { due: number; present: number; least: number }> => {
  const { store, fail } = context
  const facts = (await factsFor(context, election)) ?? fail('NOT_FOUND')
  const roll = rollNow(facts, election)
  const [due, present] = [roll.dueIds.length, roll.presentIds.length]
  if (!isQuorate({ due, present }, election.numbers)) return { due, present, least: leastPresent(due, election.numbers) }
  const next = { ...frozen(election, roll), version: election.version + 1 }
  const table = store.table(Elections)
  if (await table.swap(election, next)) return next
  return (await table.get(election._id)) ?? fail('NOT_FOUND')
}

export const roll: Handlers<Pick<typeof contract, 'election.roll' | 'election.open' | 'election.give'>> = {
  async 'election.roll'(_input, context) {
    const { store, subject: election, fail } = context
    const [facts, ways] = await Promise.all([factsFor(context, election), waysOf(store, election._id)])
    if (!facts) return fail('NOT_FOUND')
    const now = rollNow(facts, election)
    const { roll: kept, numbers } = election
    const due = kept?.due ?? now.dueIds.length
    const presentIds = kept?.voterIds ?? now.presentIds
    const present = presentIds.length
    const named = (ids: readonly string[]) =>
      inStrokeOrder(
        ids.flatMap(memberId => {
          const name = facts.full.find(one => one._id === memberId)?.name
          return name === undefined ? [] : [{ memberId, name }]
        }),
      )
    const wayOf = new Map(ways.map(one => [one.memberId, one.way]))
    return {
      ...{ due, present, quorate: isQuorate({ due, present }, numbers), least: leastPresent(due, numbers) },
      ...{ notExcused: named(now.notExcused), frozen: kept !== undefined, ...(kept ? { hash: kept.hash } : {}) },
      people: named(presentIds).map(one => {
        const way = wayOf.get(one.memberId)
        return way === undefined ? one : { ...one, way }
      }),
      absent: named(now.dueIds.filter(id => !presentIds.includes(id))),
    }
  },

  async 'election.open'(_input, context) {
    const { subject, fail } = context
    const missing = lacking(subject)
    if (subject.state === 'prepared' && missing.length > 0) return fail('ELECTION_NOT_AGREED', { lacking: missing })
    const done = subject.state === 'prepared' ? await opened(context, subject) : subject
    if (!('state' in done)) return fail('ELECTION_INQUORATE', done)
    if (done.state !== 'open' || !done.roll) return fail('ELECTION_NOT_NOW', { state: done.state })
    await openPhones(context, done)
    return { due: done.roll.due, present: done.roll.voterIds.length, quorate: true as const, hash: done.roll.hash }
  },

  async 'election.give'({ memberIds }, context) {
    const { store, subject: election, fail } = context
    if (election.state !== 'open' || !election.roll) return fail('ELECTION_NOT_NOW', { state: election.state })
    const { voterIds } = election.roll
    const strangers = memberIds?.filter(id => !voterIds.includes(id)) ?? []
    if (strangers.length > 0) return fail('ELECTION_NOT_ELIGIBLE', { memberIds: strangers })
    const wanted = memberIds ?? voterIds
    const electionId = election._id
    // Where a phone was faster its row stands.
    await store
      .table(ElectionVoters)
      .addAll(wanted.map(memberId => ({ _id: voterId(electionId, memberId), electionId, memberId, way: 'paper' as const })))
    const ways = await waysOf(store, electionId)
    return {
      given: ways.filter(one => one.way === 'paper').length,
      handsets: ways.flatMap(one => (one.way === 'phone' && wanted.includes(one.memberId) ? [one.memberId] : [])),
    }
  },
}
