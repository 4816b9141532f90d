import type { votes as contract } from '../../../../core/voice/votes/contract'
import { namedNotice } from '../../../../core/voice/votes/notices'
import { remindAt, timesRight } from '../../../../core/voice/votes/rules'
import { wakingFrom } from '../../../../core/shared/quiet-hours'
import { scopesOf } from '../../../../core/shared/scopes'
import type { Input, Instant } from '../../../../core/shared/operation'
import { CALL_MS, LEASE } from '../../../kernel/acts'
import { claimFiles } from '../../../kernel/files'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'
import { goOn } from './acts'
import { Votes, type Candidate, type Vote, type VoteAct } from './documents'

type Named = Input<(typeof contract)['vote.publish']>['candidates'][number]

/** Is one person, or one thing without a person, named twice? */
const namedTwice = (names: readonly Named[]): boolean => {
  const keys = names.map(one => one.memberId ?? one.name)
  return new Set(keys).size !== keys.length
}

/** What is done when, from the first word to the last. */
export const actsOf = (
  { nominateUntil, closesAt }: { nominateUntil?: Instant | undefined; closesAt: Instant },
  now: Instant,
): VoteAct[] => {
  const opensAt = nominateUntil ?? now
  return [
    ...(nominateUntil === undefined
      ? []
      : [
          { what: 'gather' as const, nth: 0, at: now },
          { what: 'freeze' as const, nth: 0, at: opensAt },
        ]),
    { what: 'roll', nth: 0, at: opensAt },
    { what: 'announce', nth: 0, at: opensAt },
    { what: 'remind', nth: 0, at: remindAt(opensAt, closesAt) },
    { what: 'count', nth: 0, at: closesAt },
    { what: 'result', nth: 0, at: closesAt },
  ]
}

const candidateOf = (candidateId: string, { name, memberId, words = '', photoFileIds = [] }: Named): Candidate => ({
  ...{ candidateId, name, words, photoFileIds, listed: true, seconds: [] },
  ...(memberId === undefined ? {} : { memberId }),
})

export const publish: Handlers<Pick<typeof contract, 'vote.publish'>> = {
  async 'vote.publish'(input, context) {
    const { store, subject: org, actor, now, commandId, fail, checkText, tell } = context
    const { orgId, kind, title, words = '', seats, candidates, secret, secondsNeeded, nominateUntil, closesAt } = input
    const table = store.table(Votes)
    const known = await table.get(commandId)
    if (!known) {
      if (org.closedAt !== undefined) return fail('INVALID_INPUT', { paths: ['orgId'] })
      if (!timesRight(input, now)) return fail('INVALID_INPUT', { paths: ['closesAt'], message: '请选以后的时间，先推荐，后截止' })
      if (candidates.length === 0 && nominateUntil === undefined)
        return fail('INVALID_INPUT', { paths: ['candidates'], message: '请写上候选人，或者先请大家推荐' })
      if (namedTwice(candidates)) return fail('INVALID_INPUT', { paths: ['candidates'], message: '同一个名字写了两次' })
      const ids = candidates.flatMap(one => one.memberId ?? [])
      const people = await store.table(Members).getMany(ids)
      const strange = ids.find(id => !people.some(one => one._id === id && one.state === 'active' && one.path.startsWith(org.path)))
      if (strange !== undefined) return fail('INVALID_INPUT', { paths: ['candidates'], message: '有一位不在这个组织里' })
      await checkText(title, words, ...candidates.flatMap(one => [one.name, one.words]))
      await claimFiles(context, candidates.flatMap(one => one.photoFileIds ?? []), { purpose: 'vote', about: commandId }) // prettier-ignore
    }
    const fresh: Vote = {
      ...{ _id: commandId, orgId, orgName: org.name, path: org.path, scopes: scopesOf(org.path), hostIds: [] },
      ...{ kind, title, words, seats, secret, secondsNeeded, closesAt },
      candidates: candidates.map((one, index) => candidateOf(`c${String(index)}`, one)),
      ...(nominateUntil === undefined ? {} : { nominateUntil }),
      state: nominateUntil === undefined ? 'opening' : 'gathering',
      ...{ acts: actsOf(input, now), actDue: now + LEASE, createdBy: actor, createdAt: now, version: 1 },
    }
    const made = known === null && (await table.add(fresh)) === 'added'
    const vote = made ? fresh : ((await table.get(commandId)) ?? fresh)
    if (vote.state === 'gathering')
      for (const { candidateId, memberId, listed } of vote.candidates)
        if (memberId !== undefined && listed)
          await tell([memberId], namedNotice(vote, { candidateId, proposed: false }), { from: wakingFrom(now) })
    await goOn(context, vote, CALL_MS)
    return { voteId: commandId }
  },
}
