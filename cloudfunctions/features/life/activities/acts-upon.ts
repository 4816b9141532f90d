import type { activities as contract } from '../../../../core/life/activities/contract'
import type { Terms } from '../../../../core/life/activities/rules'
import { placesNeeded } from '../../../../core/life/signups/rules'
import { hoursOf, keptFor, leftBehind, type Hours, inForce } from '../../../../core/shared/hours'
import type { Input } from '../../../../core/shared/operation'
import { Attendances, type Activity, type ActivityChange, type Attendance } from '../documents'
import type { Context } from '../use-case'

const needsSaying = ({ state }: Pick<Attendance, 'state'>) => state === 'present' || state === 'leave'

/**
 * What people have done upon an activity whose hours or places are to be changed: the former hours that go on counting, and whose word is left behind with
 * them. Ends with ACTS_STAND where the secretary has not said which it is to be, with PLACES_IN_USE where a person who has signed in would come to wait.
 * Who signs in while this is decided does so for the former hours, and stays with them.
 */
export const actsUpon = async (
  { store, fail }: Pick<Context<'activity.change'>, 'store' | 'fail'>,
  acts: Input<(typeof contract)['activity.change']>['acts'],
  before: Activity,
  terms: Terms,
  moved: boolean,
): Promise<{ kept: Hours[]; left: NonNullable<ActivityChange['left']> }> => {
  const fewer = (terms.capacity ?? Infinity) < (before.capacity ?? Infinity)
  if (!moved && !fewer) return { kept: [], left: [] }
  const table = store.table(Attendances)
  const rows = (await table.findAll({ activityId: before._id })).filter(row => inForce(row, before))
  const behind = moved ? leftBehind(rows, before, terms) : []
  const left = behind.filter(needsSaying).map(({ memberId, state }) => ({ memberId, state }))
  if (left.length > 0 && acts === undefined) {
    const signedIn = left.filter(one => one.state === 'present').length
    return fail('ACTS_STAND', { signedIn, onLeave: left.length - signedIn, clashes: [] })
  }
  const keeps = acts === 'keep'
  const counting = rows.filter(row => row.state === 'present' && (keeps || !behind.includes(row)))
  const atLeast = fewer ? placesNeeded(before, terms.capacity, new Set(counting.map(row => row.memberId))) : null
  if (atLeast !== null) return fail('PLACES_IN_USE', { atLeast })
  if (keeps) return { kept: keptFor(behind, before), left: [] }
  // Rows of before hours were written down are of those that it has now.
  if (behind.some(row => row.held === undefined))
    await table.update({ activityId: before._id, held: { exists: false } }, { set: { held: hoursOf(before) } })
  return { kept: [], left }
}
