import type { elections as contract } from '../../../../core/voice/elections/contract'
import { candidatesNeeded, leastPresent } from '../../../../core/voice/elections/numbers'
import { proposedReason } from '../../../../core/voice/elections/roll'
import { inStrokeOrder } from '../../../../core/voice/elections/strokes'
import { dateOf } from '../../../../core/shared/calendar'
import { Activities, type Activity } from '../../life/public'
import { changeOrAddSaying } from '../../../kernel/settle'
import { awayAbout } from '../../people/public'
import type { Handlers } from '../use-case'
import { Elections, type Election, type Named } from './documents'
import { factsOf, rollNow, rulesAt, type Facts } from './facts'
import { idsOf, latestAt, roundId } from './row'

/** The committee is elected at the meeting of all members of a branch. */
const HERE = 'general-meeting'
const isHere = ({ kind, state }: Activity): boolean => kind === HERE && state === 'published'

/** People by name, of those of the branch; the rest in `strangers`. */
const named = ({ full }: Pick<Facts, 'full'>, ids: readonly string[]) => {
  const found = [...new Set(ids)].map(id => [id, full.find(one => one._id === id)] as const)
  return {
    people: found.flatMap(([memberId, member]): Named[] => (member ? [{ memberId, name: member.name }] : [])),
    strangers: found.flatMap(([id, member]) => (member ? [] : [id])),
  }
}

export const prepare: Handlers<Pick<typeof contract, 'election.people' | 'election.prepare'>> = {
  async 'election.people'(_input, context) {
    const { store, subject: activity, fail } = context
    if (!isHere(activity)) return fail('ELECTION_NOT_HERE')
    const day = dateOf(activity.startsAt)
    const [facts, rules, away] = await Promise.all([
      factsOf(context, activity),
      rulesAt(store, activity, day),
      awayAbout(store, activity.branchId, day),
    ])
    const people = inStrokeOrder(facts.full).map(member => {
      const proposed = proposedReason({ care: member.care, away: away.has(member._id) })
      return { memberId: member._id, name: member.name, votes: true, ...(proposed === undefined ? {} : { proposed }) }
    })
    const { numbers, mostSeats, usualSeats } = rules
    return { orgId: activity.branchId, heldOn: day, people, numbers, mostSeats, usualSeats }
  },

  async 'election.prepare'({ orgId, activityId, seats, candidateIds, base, asGiven = false, ...more }, context) {
    const { store, subject: branch, now, actor, fail } = context
    const activity = await store.table(Activities).get(activityId)
    if (!activity || activity.branchId !== orgId || branch.kind !== 'branch' || branch.closedAt !== undefined) return fail('NOT_FOUND')
    if (!isHere(activity)) return fail('ELECTION_NOT_HERE')
    const day = dateOf(activity.startsAt)
    const [facts, { numbers, mostSeats, elects }, before] = await Promise.all([
      factsOf(context, activity),
      rulesAt(store, activity, day),
      latestAt(store, activityId),
    ])
    if (!elects) return fail('ELECTION_NOT_HERE')
    const checkOpen = ({ state, round }: Election) => {
      if (state !== 'prepared' || round > 1) fail('ELECTION_NOT_NOW', { state })
    }
    if (before) checkOpen(before)
    if (seats > mostSeats) return fail('COMMITTEE_TOO_LARGE', { most: mostSeats })
    const candidates = named(facts, candidateIds)
    const barred = named(facts, idsOf(more.barred ?? []))
    const excused = named(facts, idsOf(more.excused))
    const out = idsOf(barred.people)
    const wrong = [...candidates.strangers, ...barred.strangers, ...excused.strangers, ...candidateIds.filter(id => out.includes(id))]
    if (wrong.length > 0) return fail('ELECTION_NOT_ELIGIBLE', { memberIds: [...new Set(wrong)] })
    const needed = candidatesNeeded(seats, numbers)
    if (candidates.people.length < needed) return fail('ELECTION_TOO_FEW_CANDIDATES', { needed })

    const reasonOf = <R>(list: readonly { memberId: string; reason: R }[], people: readonly Named[]) =>
      people.flatMap(one => {
        const reason = list.find(it => it.memberId === one.memberId)?.reason
        return reason === undefined ? [] : [{ ...one, reason }]
      })
    const terms = {
      ...{ seats, base, numbers, title: activity.title, heldOn: day, branchName: branch.name },
      candidates: asGiven ? candidates.people : inStrokeOrder(candidates.people),
      ...(asGiven ? { asGiven: true as const } : {}),
      excused: reasonOf(more.excused, excused.people),
      barred: reasonOf(more.barred ?? [], barred.people),
    }
    const free = (people: readonly Named[]) => people.filter(one => !candidateIds.includes(one.memberId) && !out.includes(one.memberId))
    const electionId = roundId(activityId, 1)
    const blank: Election = {
      ...{ _id: electionId, activityId, round: 1, branchId: orgId, path: branch.path, state: 'prepared' },
      ...terms,
      ...{ agreed: [], watchers: [], counters: [], scribes: [], carried: [], by: actor, at: now, version: 0 },
    }
    const prepared = (known: Election): Election => {
      checkOpen(known)
      const { asGiven: _given, ...rest } = known
      // Who is newly excused was not agreed to: the vote of the meeting is about these people.
      const same = known.excused.length === terms.excused.length && terms.excused.every(one => idsOf(known.excused).includes(one.memberId))
      const agreed = same ? known.agreed : known.agreed.filter(one => one.step !== 'consent' && one.step !== 'excused')
      return { ...rest, ...terms, agreed, watchers: free(known.watchers), counters: free(known.counters) }
    }
    await changeOrAddSaying(store.table(Elections), before ?? null, blank, row => ({ row: prepared(row), answer: null }))
    const { dueIds } = rollNow(facts, { ...terms, agreed: before?.agreed ?? [] })
    return { electionId, due: dueIds.length, quorum: leastPresent(dueIds.length, numbers), candidatesNeeded: needed }
  },
}
