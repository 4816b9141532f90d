import {
  committeeRules,
  committeeState,
  remindFrom,
  type BranchPeople,
  type CommitteeRules,
  type CommitteeState,
  type CommitteeWarning,
} from '../../../../core/people/committees/rules'
import type { Rule } from '../../../../core/people/regulations/sources'
import type { DateText } from '../../../../core/shared/operation'
import { scopesOf } from '../../../../core/shared/scopes'
import type { Store } from '../../../kernel/store'
import { Members, type Member, type Organization } from '../documents'
import { regulationsFor } from '../regulations/book'
import type { BranchCommittee, Term } from './documents'

/** What a committee is judged by beside its own row. */
export interface Facts {
  rules: CommitteeRules
  /** How long a term is that began on a day, and by which document. */
  termOn: (heldOn: DateText) => Rule
  /** Full members whose membership is with the branch. */
  full: number
}

/** The rules at a branch, and how many full members it has. One wave. */
export const factsOf = async (store: Store, branch: Organization, today: DateText): Promise<Facts> => {
  const [book, full] = await Promise.all([
    regulationsFor(store, branch.path),
    store.table(Members).count({ branchId: branch._id, state: 'active' }),
  ])
  const { branchKind } = branch
  return { rules: committeeRules(book, today, branchKind), termOn: on => book.rule('committee.term-years', { on, branchKind }), full }
}

/** Whether a person lives and belongs to the branch, as their own or as an affiliate: only then they hold a post of it. */
export const belongsTo = ({ state, branchId, affiliates }: Member, orgId: string): boolean =>
  state === 'active' && (branchId === orgId || affiliates.some(one => one.branchId === orgId))

/** The people as a committee is judged by them. */
export const peopleOf = (orgId: string, { full }: Pick<Facts, 'full'>, members: readonly Member[]): BranchPeople => ({
  full,
  here: members
    .filter(one => belongsTo(one, orgId))
    .map(one => ({ memberId: one._id, inService: one.standing === 'in-service', affiliate: one.branchId !== orgId })),
})

/** The members who stand on these terms. One query; none where there is nothing to ask. */
export const seatedIn = (store: Store, ...terms: readonly (Term | undefined)[]): Promise<Member[]> => {
  const ids = [...new Set(terms.flatMap(term => term?.seats ?? []).map(seat => seat.memberId))]
  return ids.length === 0 ? Promise.resolve([]) : store.table(Members).getMany(ids)
}

/** A term judged today. */
export const stateOf = (term: Term | undefined, people: BranchPeople, rules: CommitteeRules, today: DateText): CommitteeState =>
  committeeState(term ? { ...term, postponed: term.postponed !== undefined } : null, people, rules, today)

/** Said of the day rather than of the committee: worked out where it is read. */
const ofTheDay: readonly CommitteeWarning[] = ['expiring', 'expired']

/** What lists show of a committee, and when it has to be reminded of. */
export const listed = ({ term }: Pick<BranchCommittee, 'term'>, people: BranchPeople, rules: CommitteeRules, today: DateText) => {
  const { complete, warnings } = stateOf(term, people, rules, today)
  return { complete, warnings: warnings.filter(one => !ofTheDay.includes(one)), ...(term ? { termEnds: term.termEnds } : {}) }
}

/** When a term that is new, or has another end, is to be reminded of. */
export const remindOn = (term: Term, rules: CommitteeRules): DateText => remindFrom(term.termEnds, rules)

/** The row of a branch for which nothing was recorded. */
export const blankRow = ({ _id, path }: Pick<Organization, '_id' | 'path'>): BranchCommittee => ({
  ...{ _id, path, scopes: scopesOf(path) },
  ...{ complete: false, warnings: ['none'], version: 0, marks: 0 },
})
