import type { committees as contract } from '../../../../core/people/committees/contract'
import { sayWaiting } from '../../../../core/people/committees/notices'
import { inOrder, judgeSeats, requiredOf, termEnd, type Proposed } from '../../../../core/people/committees/rules'
import type { Seat } from '../../../../core/people/committees/posts'
import { dateOf } from '../../../../core/shared/calendar'
import type { Input, Output } from '../../../../core/shared/operation'
import type { Ports } from '../../../kernel/ports'
import { Members, type Member } from '../documents'
import type { Context, Handlers } from '../use-case'
import { openBranch } from './branch'
import type { BranchCommittee, Term } from './documents'
import { belongsTo, factsOf, remindOn, seatedIn, type Facts } from './facts'
import { officersAbove } from './told'
import { changing, formerOf, write } from './write'

type Recorded = Input<(typeof contract)['committee.record']>

/** The seats of a committee in office with those of a by-election; a vacant seat gives way. */
export const filledBy = (term: Term, seats: readonly Seat[], members: readonly Member[], orgId: string): Seat[] => {
  const here = new Set(members.filter(one => belongsTo(one, orgId)).map(one => one._id))
  return inOrder([...term.seats.filter(seat => here.has(seat.memberId)), ...seats])
}

/** What makes a term the one in office: history, lists and the reminder follow. */
export const installing = (row: BranchCommittee, term: Term, { rules }: Facts) => {
  const { termId } = term
  const renews = row.term !== undefined && term.byElection === undefined
  return {
    set: { term, remindOn: remindOn(term, rules), termEnds: term.termEnds },
    unset: ['pending', 'waitsSince', 'declined', 'election'] as const,
    ...(renews && row.term && row.term.termId !== termId ? { push: { former: formerOf(row.term, term) } } : {}),
  }
}

const seatsOf = (proposed: readonly Proposed[], members: readonly Member[], heldOn: string): Seat[] =>
  inOrder(proposed).flatMap(({ memberId, post }) => {
    const member = members.find(one => one._id === memberId)
    return member ? [{ memberId, name: member.name, post, since: heldOn }] : []
  })

/** The term that a record makes; of a by-election the seats are the new ones alone until it is in office. */
const termOf = (
  context: Pick<Recording, 'actor' | 'now' | 'commandId'>,
  input: Recorded,
  facts: Facts,
  seats: Seat[],
  base: Term | undefined,
): Term => {
  const { actor, now, commandId } = context
  const { heldOn, documentNo } = input
  const rule = facts.termOn(heldOn)
  const { termYears = rule.value } = input
  const of = base ?? { heldOn, termYears, termEnds: termEnd(heldOn, termYears), rule: rule.document, appointed: !facts.rules.elects }
  return {
    ...(base ? { ...(base.postponed ? { postponed: base.postponed } : {}), byElection: true as const } : {}),
    ...{ termId: commandId, heldOn: of.heldOn, termYears: of.termYears, termEnds: of.termEnds, rule: of.rule, appointed: of.appointed },
    ...(documentNo === undefined ? {} : { documentNo }),
    ...{ seats, by: actor, at: now },
  }
}

/** What recording a committee needs of a use-case; an election records what came of it by the same. */
type Recording = Ports &
  Pick<Context<'committee.record'>, 'subject' | 'actor' | 'commandId' | 'holds' | 'audit' | 'fail' | 'refuse' | 'tell'>

/** Records a committee as it was elected or appointed: in office at once where the caller is of those above, else waiting for their word. */
export const recordCommittee = async (input: Recorded, context: Recording): Promise<Output<(typeof contract)['committee.record']>> => {
  const { store, now, actor, commandId, holds, audit, fail, refuse, tell } = context
  const { heldOn, members: asked, byElection = false, documentNo } = input
  const branch = openBranch(context)
  const approved = holds(['street', 'bureau'], branch.path)
  if (heldOn > dateOf(now)) return fail('INVALID_INPUT', { paths: ['heldOn'], message: '日子还没有到' })
  const ids = [...new Set(asked.map(one => one.memberId))]
  const [facts, members] = await Promise.all([factsOf(store, branch, dateOf(now)), store.table(Members).getMany(ids)])
  if (!facts.rules.elects && !approved) return fail('COMMITTEE_APPOINTED')
  const strangers = ids.filter(id => !members.some(one => one._id === id && belongsTo(one, branch._id)))
  if (strangers.length > 0) return fail('COMMITTEE_NOT_ITS_MEMBER', { memberIds: strangers })
  const required = requiredOf(facts.full, facts.rules)
  const fresh = seatsOf(asked, members, heldOn)

  const { termEnds, state, isNew } = await changing(context, async row => {
    // The same command again.
    if (row.term?.termId === commandId) return { termEnds: row.term.termEnds, state: 'serving' as const, isNew: false }
    if (row.pending?.termId === commandId) return { termEnds: row.pending.termEnds, state: 'pending' as const, isNew: false }
    if (byElection && !row.term) return fail('COMMITTEE_NONE')
    const base = byElection ? row.term : undefined
    const filled = base ? filledBy(base, fresh, [...members, ...(await seatedIn(store, base))], branch._id) : fresh
    const verdict = judgeSeats(filled, required)
    if (verdict) return refuse(verdict)
    const election = row.election ?? base?.election
    const made = { ...termOf(context, input, facts, approved ? filled : fresh, base), ...(election ? { election } : {}) }
    const written = approved
      ? await write(
          context,
          row,
          installing(row, { ...made, approved: { by: actor, at: now, ...(documentNo === undefined ? {} : { documentNo }) } }, facts),
        )
      : await write(context, row, { set: { pending: made, waitsSince: now }, unset: ['declined', 'election'] })
    return written ? { termEnds: made.termEnds, state: approved ? ('serving' as const) : ('pending' as const), isNew: true } : undefined
  })
  if (isNew && approved)
    for (const memberId of ids)
      audit(
        memberId,
        'committee.seated',
        fresh
          .filter(one => one.memberId === memberId)
          .map(one => one.post)
          .join(),
      )
  if (state === 'pending')
    await tell(await officersAbove(store, branch.path), sayWaiting({ orgId: branch._id, name: branch.name }, commandId, now))
  return { termEnds, state }
}

export const record: Handlers<Pick<typeof contract, 'committee.record'>> = {
  'committee.record': (input, context) => recordCommittee(input, context),
}
