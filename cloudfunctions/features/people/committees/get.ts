import type { committees as contract } from '../../../../core/people/committees/contract'
import { isLeading, type Seat } from '../../../../core/people/committees/posts'
import { latestEnd } from '../../../../core/people/committees/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { roles } from '../../../../core/shared/operation'
import { Members, type Member } from '../documents'
import type { Context, Handlers } from '../use-case'
import { theBranch } from './branch'
import { Committees, type BranchCommittee, type Term } from './documents'
import { belongsTo, factsOf, peopleOf, seatedIn, stateOf } from './facts'
import { holdersOver } from './offices'
import { filledBy } from './record'
import { electionOf } from './steps'

/** The seats as they are shown, with what each person is today. */
const shownSeats = (seats: readonly Seat[], members: readonly Member[], orgId: string, officer: boolean) =>
  seats.map(seat => {
    const member = members.find(one => one._id === seat.memberId)
    const here = member !== undefined && belongsTo(member, orgId)
    return {
      ...{ memberId: seat.memberId, name: member?.name ?? seat.name, post: seat.post, since: seat.since },
      inService: member?.standing === 'in-service',
      gone: !here,
      callable: here && member.phones.length > 0 && (officer || isLeading(seat.post)),
    }
  })

const shownTerm = ({ termId, heldOn, termYears, appointed, byElection, documentNo, by, approved, postponed }: Term) => ({
  ...{ termId, heldOn, termYears, appointed, byElection: byElection === true, recordedBy: by.name },
  ...(approved ? { approvedBy: approved.by.name } : {}),
  ...((approved?.documentNo ?? documentNo) === undefined ? {} : { documentNo: approved?.documentNo ?? documentNo }),
  ...(postponed ? { postponed: { until: postponed.until, reason: postponed.reason, documentNo: postponed.documentNo } } : {}),
})

/** What the caller may do now, of what their office lets them do. */
const doable = (context: Context<'committee.get'>, { pending, term, election }: Partial<BranchCommittee>, elects: boolean) => {
  const stands = {
    approve: pending !== undefined,
    refuse: pending !== undefined,
    record: elects || context.holds(['street', 'bureau'], context.subject.path),
    leave: term !== undefined,
    postpone: term !== undefined,
    begin: elects && election === undefined,
    tick: true,
    export: true,
    history: true,
  }
  const closed = context.subject.closedAt !== undefined
  return context
    .may('record', 'approve', 'refuse', 'leave', 'postpone', 'begin', 'tick', 'export', 'history')
    .filter(verb => stands[verb] && (!closed || verb === 'export' || verb === 'history'))
}

export const get: Handlers<Pick<typeof contract, 'committee.get'>> = {
  async 'committee.get'({ orgId }, context) {
    const { store, now, holds } = context
    const branch = theBranch(context)
    const today = dateOf(now)
    const [row, facts, holders] = await Promise.all([
      store.table(Committees).get(orgId),
      factsOf(store, branch, today),
      holdersOver(store, orgId),
    ])
    const { term, pending, declined } = row ?? {}
    const members = await seatedIn(store, term, pending)
    const officer = holds(roles, branch.path)
    const seats = pending?.byElection && term ? filledBy(term, pending.seats, members, orgId) : (pending ?? term)?.seats
    const shown = pending ?? term
    const people = peopleOf(orgId, facts, members)
    const state = stateOf(shown && seats ? { ...shown, seats } : undefined, people, facts.rules, today)
    const election = row ? electionOf(row) : undefined
    const { rules } = facts
    const keeps = holds(['secretary', 'street', 'bureau'], branch.path)
    const seated = new Set(term?.seats.map(one => one.memberId))
    return {
      orgName: branch.name,
      members: shownSeats(seats ?? [], members, orgId, officer),
      required: { ...state.required, usualMost: rules.usualMost },
      termEnds: shown?.termEnds ?? null,
      complete: state.complete,
      warnings: pending ? (['awaiting-approval', ...state.warnings] as const).slice() : state.warnings,
      state: pending ? 'pending' : term ? 'serving' : 'none',
      term: shown ? shownTerm(shown) : null,
      rule: {
        ...{
          years: rules.term.value,
          document: rules.term.document,
          elects: rules.elects,
          latestEnd: term ? latestEnd(term, rules) : null,
        },
        ...(rules.term.article === undefined ? {} : { article: rules.term.article }),
      },
      serving:
        pending && term ? { heldOn: term.heldOn, termEnds: term.termEnds, members: shownSeats(term.seats, members, orgId, officer) } : null,
      vacancies: state.vacancies,
      election: election ? { ...election, done: election.done } : null,
      declined: keeps && declined ? { reason: declined.reason, at: declined.at, by: declined.by.name } : null,
      others: holders
        .filter(
          one => one.state === 'active' && !seated.has(one._id) && one.grants.some(it => it.orgId === orgId && it.role === 'secretary'),
        )
        .map(one => ({ memberId: one._id, name: one.name })),
      may: doable(
        context,
        { ...(pending ? { pending } : {}), ...(term ? { term } : {}), ...(row?.election ? { election: row.election } : {}) },
        rules.elects,
      ),
    }
  },
}

export const phone: Handlers<Pick<typeof contract, 'committee.phone'>> = {
  async 'committee.phone'({ orgId, memberId }, context) {
    const { store, holds, audit, fail } = context
    const branch = theBranch(context)
    const row = await store.table(Committees).get(orgId)
    const seats = row?.term?.seats.filter(seat => seat.memberId === memberId) ?? []
    const [member] = seats.length === 0 ? [] : await store.table(Members).getMany([memberId])
    const number = member && belongsTo(member, orgId) ? member.phones[0] : undefined
    if (number === undefined || !(holds(roles, branch.path) || seats.some(seat => isLeading(seat.post)))) return fail('NOT_FOUND')
    audit(memberId, 'committee.phone')
    return { phone: number }
  },
}
