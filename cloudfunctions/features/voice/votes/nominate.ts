import type { votes as contract } from '../../../../core/voice/votes/contract'
import { MOST_CANDIDATES } from '../../../../core/voice/votes/kinds'
import { namedNotice, struckNotice } from '../../../../core/voice/votes/notices'
import { wanting } from '../../../../core/voice/votes/rules'
import { wakingFrom } from '../../../../core/shared/quiet-hours'
import { claimFiles } from '../../../kernel/files'
import { Members } from '../../people/public'
import type { Context, Handlers } from '../use-case'
import type { Candidate, Vote } from './documents'
import { change, gathers } from './row'

/** Names that one person proposes in a day; more people than a list of seconds holds. */
const [MOST_A_DAY, DAY_MS, MOST_SECONDS] = [10, 24 * 60 * 60_000, 200] as const
const officers = ['secretary', 'street', 'bureau'] as const

type Acting = Pick<Context<'vote.second'>, 'store' | 'now' | 'fail' | 'subject'>

/** Changes one name of a list that is still open. */
const changed = async (
  { store, now, fail, subject }: Acting,
  found: (one: Candidate) => boolean,
  next: (one: Candidate) => Candidate,
  missing: 'NOT_FOUND' | 'CONFLICT' = 'NOT_FOUND',
): Promise<{ vote: Vote; candidate: Candidate }> => {
  const vote = await change(store, subject, row => {
    if (!gathers(row, now)) return fail('VOTE_NOMINATIONS_OVER')
    const before = row.candidates.find(found) ?? fail(missing)
    const after = next(before)
    return after === before ? row : { ...row, candidates: row.candidates.map(one => (one === before ? after : one)) }
  })
  return { vote, candidate: vote.candidates.find(found) ?? fail(missing) }
}

/** Seconds a name; the one who proposed it, and one who did already, have done so. */
const secondedBy =
  (memberId: string) =>
  (one: Candidate): Candidate =>
    one.proposerId === memberId || one.seconds.includes(memberId) || one.out !== undefined || one.seconds.length >= MOST_SECONDS
      ? one
      : { ...one, seconds: [...one.seconds, memberId] }

export const nominate: Handlers<Pick<typeof contract, 'vote.nominate' | 'vote.second' | 'vote.stand' | 'vote.strike'>> = {
  async 'vote.nominate'({ voteId, name, memberId, words = '', photoFileIds = [] }, context) {
    const { store, subject, person, openid, now, commandId, fail, holds, limit, checkText, tell } = context
    if (!gathers(subject, now)) return fail('VOTE_NOMINATIONS_OVER')
    const isThat = (one: Candidate) =>
      memberId === undefined ? one.memberId === undefined && one.name === name : one.memberId === memberId
    if (!subject.candidates.some(one => isThat(one) || one.candidateId === commandId)) {
      await limit(openid, MOST_A_DAY, DAY_MS)
      const named = memberId === undefined ? undefined : await store.table(Members).get(memberId)
      if (named === null || (named && (named.state !== 'active' || !named.path.startsWith(subject.path))))
        return fail('INVALID_INPUT', { paths: ['memberId'], message: '请推荐本组织的同志' })
      await checkText(name, words)
      await claimFiles(context, photoFileIds, { purpose: 'vote', about: voteId })
    }
    const fresh: Candidate = {
      ...{ candidateId: commandId, name, words, photoFileIds, proposerId: person._id, seconds: [] },
      listed: holds(officers, subject.path),
      ...(memberId === undefined ? {} : { memberId }),
      ...(memberId === person._id ? { agreed: true } : {}),
    }
    const vote = await change(store, subject, row => {
      if (!gathers(row, now)) return fail('VOTE_NOMINATIONS_OVER')
      const there = row.candidates.find(one => one.candidateId === commandId) ?? row.candidates.find(isThat)
      if (!there && row.candidates.length >= MOST_CANDIDATES)
        return fail('INVALID_INPUT', { paths: ['name'], message: `名单上已经有${String(MOST_CANDIDATES)}个名字，请附议其中一个` })
      if (!there) return { ...row, candidates: [...row.candidates, fresh] }
      const after = there.candidateId === commandId ? there : secondedBy(person._id)(there)
      return after === there ? row : { ...row, candidates: row.candidates.map(one => (one === there ? after : one)) }
    })
    const made = vote.candidates.find(one => one.candidateId === commandId)
    if (made?.memberId !== undefined && made.memberId !== person._id)
      await tell([made.memberId], namedNotice(vote, { candidateId: commandId, proposed: !made.listed }), { from: wakingFrom(now) })
    return { candidateId: made?.candidateId ?? vote.candidates.find(isThat)?.candidateId ?? commandId }
  },

  async 'vote.second'({ candidateId }, context) {
    const { person } = context
    const { vote, candidate } = await changed(context, one => one.candidateId === candidateId, secondedBy(person._id))
    return { wanting: wanting(candidate, vote.secondsNeeded) }
  },

  async 'vote.stand'({ agrees }, context) {
    const { person } = context
    await changed(
      context,
      one => one.memberId === person._id,
      one => {
        if (one.out === 'struck' || one.out === 'gone') return one
        const { out: _declined, ...rest } = one
        if (agrees) return one.agreed === true && one.out === undefined ? one : { ...rest, agreed: true }
        return one.out === 'declined' ? one : { ...rest, agreed: false, out: 'declined' }
      },
      'CONFLICT',
    )
    return {}
  },

  async 'vote.strike'({ candidateId, words }, context) {
    const { now, tell, checkText } = context
    await checkText(words)
    const { vote, candidate } = await changed(
      context,
      one => one.candidateId === candidateId,
      one => (one.out === 'struck' ? one : { ...one, out: 'struck' }),
    )
    if (candidate.proposerId !== undefined)
      await tell([candidate.proposerId], struckNotice(vote, { candidateId, name: candidate.name, words }), { from: wakingFrom(now) })
    return {}
  },
}
