import type { Voters } from '../../../../core/life/records/votes'
import { belongedOn, type Book, isProbationary, type Rule, type RuleKey } from '../../../../core/people/public'
import { dateOf } from '../../../../core/shared/calendar'
import type { Store } from '../../../kernel/store'
import { committeeStanding, Members, membershipsOf, Organizations, regulationsFor, type Member } from '../../people/public'
import type { Sheet } from '../attendance/sheet'
import type { Activity } from '../documents'

/** Who votes at the meetings of a branch. */
export interface Electorate {
  /** Full members whose membership was with the branch on that day. */
  fullOn: (day: string) => Member[]
  isProbationary: (member: Member, day: string) => boolean
  /** The committee in office on that day; null where none was recorded. */
  committeeOn: (day: string) => ReadonlySet<string> | null
  ruleOn: (key: RuleKey, day: string) => Rule
  /** How many with a vote were due at a meeting and came; null where there is no vote. */
  votersAt: (activity: Activity, sheet: Pick<Sheet, 'items'>) => Voters | null
}

/** Who sat on the committee on that day; null where none is known. */
const seatedOn = (standing: Awaited<ReturnType<typeof committeeStanding>>, book: Book, day: string): ReadonlySet<string> | null => {
  const seated = standing(book, day).seatedOn(day)
  return seated && new Set(seated)
}

/** Who sat on the committee of a branch on the day of an activity. One wave. */
export const committeeAt = async (
  store: Store,
  { branchId, path, startsAt }: Pick<Activity, 'branchId' | 'path' | 'startsAt'>,
): Promise<ReadonlySet<string> | null> => {
  const [standing, book] = await Promise.all([committeeStanding(store, { _id: branchId }), regulationsFor(store, path)])
  return seatedOn(standing, book, dateOf(startsAt))
}

/** Of a committee's meeting its members decide, of all others the members of the branch. */
export const deciding = ({ kind }: Pick<Activity, 'kind'>): 'members' | 'committee' => (kind === 'committee' ? 'committee' : 'members')

/**
 * The electorate of a branch, for its meetings on any day (支部工作条例 articles 11 and 12). One wave: the branch, its rules, its committees and everyone who
 * ever belonged to it.
 */
export const electorateOf = async (store: Store, { branchId, path }: Pick<Activity, 'branchId' | 'path'>): Promise<Electorate> => {
  const members = store.table(Members)
  const [branch, book, standing, present, ever] = await Promise.all([
    store.table(Organizations).get(branchId),
    regulationsFor(store, path),
    committeeStanding(store, { _id: branchId }),
    members.findAll({ branchId, state: 'active' }),
    members.findAll({ 'memberships.branchId': branchId }),
  ])
  const people = [...new Map([...present, ...ever].map(one => [one._id, one])).values()]
  const satOn = (day: string): ReadonlySet<string> | null => seatedOn(standing, book, day)
  const asking = (on: string) => ({ on, branchKind: branch?.branchKind })
  const onProbation = (member: Member, day: string) => isProbationary(member, day, book.number('member.probation-months', asking(day)))
  const fullOn = (day: string) =>
    people.filter(one => belongedOn(membershipsOf(one), branchId, day) === 'primary' && !onProbation(one, day))
  return {
    fullOn,
    isProbationary: onProbation,
    committeeOn: satOn,
    ruleOn: (key, day) => book.rule(key, asking(day)),
    votersAt: (activity, { items }) => {
      const day = dateOf(activity.startsAt)
      if (activity.kind === 'group-meeting' || !book.holds('branch.votes', asking(day))) return null
      const due = deciding(activity) === 'committee' ? satOn(day) : new Set(fullOn(day).map(one => one._id))
      if (!due) return null
      return { due: due.size, present: items.filter(one => one.state === 'present' && due.has(one.memberId)).length }
    },
  }
}
