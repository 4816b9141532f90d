import type { committees as contract } from '../../../../core/people/committees/contract'
import { sayAnswered } from '../../../../core/people/committees/notices'
import { judgeSeats, requiredOf } from '../../../../core/people/committees/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { secretariesOf } from '../identity/keepers'
import type { Context, Handlers } from '../use-case'
import { openBranch } from './branch'
import type { Term } from './documents'
import { belongsTo, factsOf, seatedIn } from './facts'
import { filledBy, installing } from './record'
import { changing, write } from './write'

/** Tells those who recorded it, and the branch's secretaries, what was said. */
const tellAnswer = async (
  context: Pick<Context<'committee.approve'>, 'store' | 'subject' | 'now' | 'actor' | 'tell'>,
  { by, termId }: Term,
  reason?: string,
): Promise<void> => {
  const { store, subject: branch, now, actor, tell } = context
  const told = [...(by.memberId === null ? [] : [by.memberId]), ...(await secretariesOf(store, { branchId: branch._id }))]
  await tell(
    told.filter(id => id !== actor.memberId),
    sayAnswered({ orgId: branch._id, name: branch.name }, termId, now, reason),
  )
}

export const answer: Handlers<Pick<typeof contract, 'committee.approve' | 'committee.refuse'>> = {
  async 'committee.approve'({ termId, documentNo }, context) {
    const { store, now, actor, audit, fail } = context
    const branch = openBranch(context)
    const facts = await factsOf(store, branch, dateOf(now))
    const approved = { by: actor, at: now, ...(documentNo === undefined ? {} : { documentNo }) }
    const decided = await changing(context, async row => {
      const { pending, term } = row
      if (term?.termId === termId) return { pending: null }
      if (pending?.termId !== termId) return fail('CONFLICT')
      const members = await seatedIn(store, pending, term)
      const strangers = pending.seats.filter(seat => !members.some(one => one._id === seat.memberId && belongsTo(one, branch._id)))
      if (strangers.length > 0) return fail('COMMITTEE_NOT_ITS_MEMBER', { memberIds: [...new Set(strangers.map(one => one.memberId))] })
      if (pending.byElection && !term) return fail('CONFLICT')
      const seats = pending.byElection && term ? filledBy(term, pending.seats, members, branch._id) : pending.seats
      // What was recorded fits no more with what has happened since.
      if (judgeSeats(seats, requiredOf(facts.full, facts.rules))) return fail('CONFLICT')
      const ends = pending.byElection && term ? { termEnds: term.termEnds } : {}
      return (await write(context, row, installing(row, { ...pending, ...ends, seats, approved }, facts))) ? { pending } : undefined
    })
    if (decided.pending) {
      for (const { memberId, post } of decided.pending.seats) audit(memberId, 'committee.seated', post)
      await tellAnswer(context, decided.pending)
    }
    return {}
  },
  async 'committee.refuse'({ termId, reason }, context) {
    const { now, actor, checkText, fail } = context
    openBranch(context)
    await checkText(reason)
    const decided = await changing(context, async row => {
      const { pending, declined } = row
      if (declined?.termId === termId) return { pending: null }
      if (pending?.termId !== termId) return fail('CONFLICT')
      // Its steps stay to be gone on with.
      const election = pending.election
      const set = { declined: { termId, reason, by: actor, at: now }, ...(election ? { election } : {}) }
      return (await write(context, row, { set, unset: ['pending', 'waitsSince'] })) ? { pending } : undefined
    })
    if (decided.pending) await tellAnswer(context, decided.pending, reason)
    return {}
  },
}
