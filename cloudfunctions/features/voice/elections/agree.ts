import type { elections as contract } from '../../../../core/voice/elections/contract'
import { dateOf } from '../../../../core/shared/calendar'
import type { Handlers } from '../use-case'
import type { Election, Named } from './documents'
import { factsFor, type Facts } from './facts'
import { changeElection, idsOf } from './row'

/** Those of these who may help at a vote: members of the branch, no candidates; the rest cannot. */
const helpers = (facts: Facts, { candidates, barred }: Election, ids: readonly string[]) => {
  const people = [...new Set(ids)].map(id => ({ memberId: id, name: facts.full.find(one => one._id === id)?.name }))
  const out = new Set([...idsOf(candidates), ...idsOf(barred)])
  return {
    able: people.flatMap(({ memberId, name }): Named[] => (name === undefined || out.has(memberId) ? [] : [{ memberId, name }])),
    unable: people.flatMap(({ memberId, name }) => (name === undefined || out.has(memberId) ? [memberId] : [])),
  }
}

export const agree: Handlers<Pick<typeof contract, 'election.agree' | 'election.tellers' | 'election.scribe'>> = {
  async 'election.agree'({ step, done, documentNo }, context) {
    const { now } = context
    await changeElection(context, ['prepared'], election => {
      const others = election.agreed.filter(one => one.step !== step)
      const known = election.agreed.find(one => one.step === step)
      if (done === (known !== undefined) && known?.documentNo === documentNo) return election
      const on = { step, on: known?.on ?? dateOf(now), ...(documentNo === undefined ? {} : { documentNo }) }
      return { ...election, agreed: done ? [...others, on] : others }
    })
    return {}
  },

  async 'election.tellers'({ watcherIds, counterIds }, context) {
    const { subject, fail } = context
    const facts = (await factsFor(context, subject)) ?? fail('NOT_FOUND')
    const [watchers, counters] = [helpers(facts, subject, watcherIds), helpers(facts, subject, counterIds)]
    const unable = [...watchers.unable, ...counters.unable]
    if (unable.length > 0) return fail('ELECTION_NOT_ELIGIBLE', { memberIds: [...new Set(unable)] })
    await changeElection(context, ['prepared'], election => {
      const known = [idsOf(election.watchers), idsOf(election.counters)].map(ids => ids.join())
      if (known[0] === idsOf(watchers.able).join() && known[1] === idsOf(counters.able).join()) return election
      // The meeting passed other people.
      const agreed = election.agreed.filter(one => one.step !== 'tellers')
      return { ...election, watchers: watchers.able, counters: counters.able, agreed }
    })
    return {}
  },

  async 'election.scribe'({ forId, byId }, context) {
    const { subject, fail } = context
    const facts = (await factsFor(context, subject)) ?? fail('NOT_FOUND')
    const [voter] = facts.full.filter(one => one._id === forId)
    const scribe = byId === null ? undefined : helpers(facts, subject, [byId])
    if (!voter || scribe?.unable.length === 1 || byId === forId)
      return fail('ELECTION_NOT_ELIGIBLE', { memberIds: [voter && byId !== null ? byId : forId] })
    await changeElection(context, ['prepared', 'open'], election => {
      const others = election.scribes.filter(one => one.for.memberId !== forId)
      const by = scribe?.able[0]
      return { ...election, scribes: by ? [...others, { for: { memberId: forId, name: voter.name }, by }] : others }
    })
    return {}
  },
}
