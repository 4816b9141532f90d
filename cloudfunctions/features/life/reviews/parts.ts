import { countsAsFull, mostExcellent, type Standing } from '../../../../core/life/reviews/grades'
import { belongedOn } from '../../../../core/people/public'
import { dateOf } from '../../../../core/shared/calendar'
import { remembering } from '../../../kernel/remembering'
import type { Ports } from '../../../kernel/ports'
import { awayAbout, membershipsOf, type Member } from '../../people/public'
import { invitedAt } from '../activities/invited'
import type { Activity } from '../documents'
import { electorateOf } from '../records/voters'

/** A person who takes part, and how they stand at it. */
export interface Part {
  memberId: string
  name: string
  standing: Standing
}

/** Who takes part in a review, and what follows from it. */
export interface Parts {
  people: Part[]
  /** Full members whose membership is with the branch, and how many of them may be excellent. */
  full: number
  most: number
  rule: { oneIn: number; document: string; article?: string }
  /** The committee in office on its day; null where none was recorded. */
  committee: ReadonlySet<string> | null
}

/** Everyone a review is held for with how they stand at it, by the rules and the belonging of its day. Two waves. */
export const partsOf = async ({ store, now }: Pick<Ports, 'store' | 'now'>, activity: Activity): Promise<Parts> => {
  const remembered = remembering(store)
  const { branchId } = activity
  const day = dateOf(activity.startsAt)
  const [invited, electorate, away] = await Promise.all([
    invitedAt(remembered, activity, now),
    electorateOf(remembered, activity),
    awayAbout(store, branchId, day),
  ])
  const fullHere = new Set(electorate.fullOn(day).map(one => one._id))
  const standingOf = (member: Member): Standing => {
    const stay = away.get(member._id)
    if (fullHere.has(member._id)) return stay?.hostId !== undefined && stay.hostId !== branchId ? 'away' : 'full'
    if (belongedOn(membershipsOf(member), branchId, day) === 'primary' || electorate.isProbationary(member, day)) return 'probationary'
    return stay?.hostId === branchId ? 'hosted' : 'affiliate'
  }
  const people = invited.map(member => ({ memberId: member._id, name: member.name, standing: standingOf(member) }))
  const full = people.filter(one => countsAsFull(one.standing)).length
  const { value: oneIn, document, article } = electorate.ruleOn('appraisal.excellent-one-in', day)
  return {
    ...{ people, full, most: mostExcellent(full, oneIn), committee: electorate.committeeOn(day) },
    rule: { oneIn, document, ...(article === undefined ? {} : { article }) },
  }
}
