import type { posts as contract } from '../../../../core/service/posts/contract'
import { placesNeeded, type Shift } from '../../../../core/service/posts/rules'
import { omit } from '../../../../core/shared/fields'
import { keptFor, leftBehind, inForce } from '../../../../core/shared/hours'
import type { Input } from '../../../../core/shared/operation'
import { Services, type Post, type PostChange } from '../documents'
import type { Context } from '../use-case'
import { clashesOf, type Clash } from './clashes'

type Acting = Pick<Context<'post.change'>, 'store' | 'fail'>

/** The shift as it was, and as it is to be; of those that are changed. */
const pairsOf = (before: readonly Shift[], after: readonly Shift[]) =>
  after.flatMap(shift => {
    const old = before.find(one => one.shiftId === shift.shiftId)
    return old && old !== shift ? [{ old, shift, moved: old.startsAt !== shift.startsAt || old.endsAt !== shift.endsAt }] : []
  })

/**
 * What people have done upon shifts that are to be changed, with the shifts that follow from what the organizer said of it: whose sign-in is left behind
 * with the former hours, and who holds another shift at the new ones. Ends with ACTS_STAND where it has not been said what becomes of them, with
 * PLACES_IN_USE where a person who has signed in would come to wait.
 */
export const actsUpon = async (
  { store, fail }: Acting,
  { acts, clashing }: Input<(typeof contract)['post.change']>,
  wanted: Post,
  before: Post,
): Promise<{ shifts: Shift[]; left: NonNullable<PostChange['left']>; clashes: Clash[] }> => {
  const pairs = pairsOf(before.shifts, wanted.shifts)
  const retimed = pairs.filter(one => one.moved)
  const fewer = pairs.filter(({ old, shift }) => shift.places < old.places)
  const [rows, clashes] = await Promise.all([
    retimed.length + fewer.length > 0 ? store.table(Services).findAll({ postId: before._id, state: 'in' }) : [],
    clashesOf(
      store,
      wanted,
      retimed.map(one => one.shift.shiftId),
    ),
  ])
  const inOn = ({ shiftId }: Shift) => rows.filter(row => row.shiftId === shiftId)
  const behind = new Map(retimed.map(({ old, shift }) => [shift.shiftId, leftBehind(inOn(old), old, shift)]))
  const left = [...behind.values()].flat().map(({ shiftId, memberId }) => ({ shiftId, memberId }))
  if ((left.length > 0 && acts === undefined) || (clashes.length > 0 && clashing === undefined))
    return fail('ACTS_STAND', { signedIn: left.length, onLeave: 0, clashes })
  for (const { old, shift } of fewer) {
    const counting = inOn(old).filter(row => inForce(row, old) && (acts === 'keep' || !behind.get(shift.shiftId)?.includes(row)))
    const atLeast = placesNeeded(before, old, shift.places, new Set(counting.map(row => row.memberId)))
    if (atLeast !== null) return fail('PLACES_IN_USE', { atLeast })
  }
  const keeps = acts === 'keep'
  const shifts = wanted.shifts.map(shift => {
    const old = retimed.find(one => one.shift === shift)?.old
    if (!old) return shift
    const kept = keeps ? keptFor(behind.get(shift.shiftId) ?? [], old) : []
    return kept.length > 0 ? { ...shift, kept } : omit(shift, 'kept')
  })
  return { shifts, left: keeps ? [] : left, clashes }
}
