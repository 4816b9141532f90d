import type { elections as contract } from '../../../../core/voice/elections/contract'
import { isQuorate, passes } from '../../../../core/voice/elections/numbers'
import { neededAgain } from '../../../../core/voice/elections/outcome'
import { inStrokeOrder } from '../../../../core/voice/elections/strokes'
import { dateOf } from '../../../../core/shared/calendar'
import { omit } from '../../../../core/shared/fields'
import { Organizations, recordCommittee } from '../../people/public'
import type { Handlers } from '../use-case'
import { Elections, ElectionVoters, type Election } from './documents'
import { factsFor } from './facts'
import { dropPhones } from './phones'
import { changeElection, electedOf, idsOf, roundId } from './row'

/** Posts that the committee itself elects; the others are agreed upon. */
const voted = ['secretary', 'deputy']

export const after: Handlers<Pick<typeof contract, 'election.void' | 'election.again' | 'election.reduce' | 'election.seat'>> = {
  async 'election.void'({ reason }, context) {
    const { store, actor, now, checkText, fail } = context
    await checkText(reason)
    const done = await changeElection(context, ['open', 'counted', 'void'], row => {
      if (row.state === 'void') return row
      if (row.nextId !== undefined || row.seated) return fail('ELECTION_NOT_NOW', { state: row.state })
      return { ...omit(row, 'result'), state: 'void', voided: { reason, by: actor, at: now } }
    })
    await dropPhones(context, done._id)
    await store.table(ElectionVoters).remove({ electionId: done._id })
    return {}
  },

  async 'election.again'({ candidateIds }, context) {
    const { store, subject, actor, now, fail } = context
    const { state, result, numbers, activityId, round } = subject
    const rerun = state === 'void' ? { kind: 'all' as const, seats: subject.seats, candidateIds: idsOf(subject.candidates) } : result?.rerun
    if (!rerun || subject.reduced || subject.seated) return fail('ELECTION_NOT_NOW', { state })
    const facts = (await factsFor(context, subject)) ?? fail('NOT_FOUND')
    const carried = electedOf(subject)
    // Of a tie the tied are the candidates, and no others.
    const ids = rerun.kind === 'tie' ? rerun.candidateIds : [...new Set(candidateIds ?? rerun.candidateIds)]
    const out = [...idsOf(carried), ...idsOf(subject.barred)]
    const wrong = ids.filter(id => out.includes(id) || !facts.isFull(id))
    if (wrong.length > 0) return fail('ELECTION_NOT_ELIGIBLE', { memberIds: wrong })
    const needed = rerun.kind === 'all' ? subject.candidates.length : neededAgain(rerun, numbers)
    if (ids.length < needed) return fail('ELECTION_TOO_FEW_CANDIDATES', { needed })
    const candidates = ids.map(memberId => ({ memberId, name: facts.full.find(one => one._id === memberId)?.name ?? '' }))
    const free = (people: Election['watchers']) => people.filter(one => !ids.includes(one.memberId))
    const _id = roundId(activityId, round + 1)
    const next: Election = {
      ...omit(subject, 'roll', 'paper', 'phone', 'given', 'meant', 'result', 'voided', 'nextId'),
      ...{ _id, round: round + 1, state: 'prepared', seats: rerun.seats, scribes: [], carried, by: actor, at: now, version: 1 },
      candidates: subject.asGiven ? candidates : inStrokeOrder(candidates),
      ...{ watchers: free(subject.watchers), counters: free(subject.counters) },
    }
    const table = store.table(Elections)
    const there = (await table.add(next)) === 'exists' ? await table.get(_id) : null
    if (there && there.state !== 'prepared') return fail('ELECTION_NOT_NOW', { state: there.state })
    // Prepared once more with other candidates.
    if (there && idsOf(there.candidates).join() !== idsOf(next.candidates).join())
      await table.swap(there, { ...there, candidates: next.candidates, watchers: free(there.watchers), counters: free(there.counters), version: there.version + 1 }) // prettier-ignore
    await changeElection(context, ['counted', 'void'], row => (row.nextId === _id ? row : { ...row, nextId: _id }))
    return { electionId: _id }
  },

  async 'election.reduce'(_input, context) {
    const { fail } = context
    await changeElection(context, ['counted'], row => {
      if (row.reduced) return row
      if (row.result?.rerun?.kind !== 'further' || row.nextId !== undefined || electedOf(row).length === 0)
        return fail('ELECTION_NOT_NOW', { state: row.state })
      return { ...row, reduced: true }
    })
    return {}
  },

  async 'election.seat'({ heldOn, present, posts, documentNo, byElection }, context) {
    const { store, subject, now, fail } = context
    const { state, result, reduced, base, numbers, nextId } = subject
    if (state !== 'counted' || nextId !== undefined || (result?.rerun && !reduced)) return fail('ELECTION_NOT_NOW', { state })
    if (heldOn > dateOf(now) || heldOn < subject.heldOn)
      return fail('INVALID_INPUT', { paths: ['heldOn'], message: '不能早于选举，也不能晚于今天' })
    const elected = electedOf(subject)
    const ids = idsOf(elected)
    const wrong = [...posts.flatMap(one => (ids.includes(one.memberId) ? [] : [one.memberId])), ...ids.filter(id => !posts.some(one => one.memberId === id))] // prettier-ignore
    if (wrong.length > 0) return fail('ELECTION_NOT_ELIGIBLE', { memberIds: [...new Set(wrong)] })
    if (present > elected.length || !isQuorate({ due: elected.length, present }, numbers))
      return fail('INVALID_INPUT', { paths: ['present'], message: '到会的新委员不够五分之四' })
    const of = base === 'due' ? elected.length : present
    const failed = posts.filter(({ post, votes = 0 }) => voted.includes(post) && (votes > present || !passes(votes, of, numbers)))
    if (failed.length > 0) return fail('ELECTION_POST_NOT_CARRIED', { memberIds: failed.map(one => one.memberId) })
    const branch = (await store.table(Organizations).get(subject.branchId)) ?? fail('NOT_FOUND')
    const named = posts.map(({ memberId, post, votes }) => ({
      ...{ memberId, post, name: elected.find(one => one.memberId === memberId)?.name ?? '' },
      ...(votes === undefined ? {} : { votes }),
    }))
    const { state: recorded } = await recordCommittee(
      {
        ...{ orgId: branch._id, heldOn: subject.heldOn, members: posts.map(({ memberId, post }) => ({ memberId, post })) },
        ...(documentNo === undefined ? {} : { documentNo }),
        ...(byElection === undefined ? {} : { byElection }),
      },
      { ...context, subject: branch },
    )
    await changeElection(context, ['counted'], row => ({ ...row, seated: { heldOn, present, posts: named } }))
    return { state: recorded }
  },
}
