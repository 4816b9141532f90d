import { publishedNotice } from '../../../../core/life/activities/notices'
import { ringsFrom } from '../../../../core/life/activities/rules'
import { Organizations } from '../../people/public'
import { circleAt } from '../circles/of-activity'
import { partyOf } from '../circles/meetings'
import { Activities, type Activity } from '../documents'
import type { Context } from '../use-case'
import { idsOf, invitedTo } from './invited'

/**
 * Gives an activity that has not begun to a circle, or back to its branch (null). Those who hear of it by that for the first time are told as of a new
 * one; who was told already is not told twice.
 */
export const changeCircle = async (
  { store, now, fail, tell }: Pick<Context<'activity.change'>, 'store' | 'now' | 'fail' | 'tell'>,
  before: Activity,
  circleId: string | null | undefined,
): Promise<Activity> => {
  if (circleId === undefined || circleId === (before.circleId ?? null)) return before
  const circle = await circleAt(store, before, { circleId, kind: before.kind })
  if (circle === undefined || before.startsAt <= now) return fail('INVALID_INPUT', { paths: ['circleId'] })
  const table = store.table(Activities)
  await table.update(
    { _id: before._id, state: 'published' },
    circle ? { set: { circleId: circle._id, party: partyOf(circle) } } : { unset: ['circleId', 'party'] },
  )
  const after = (await table.get(before._id)) ?? fail('NOT_FOUND')
  const by = circle ?? (await store.table(Organizations).get(after.branchId))
  if (after.state === 'published')
    await tell(idsOf(await invitedTo(store, after)), publishedNotice(after, by?.name ?? ''), { from: ringsFrom(after, now) })
  return after
}
