import { NOTIFYING_ACTS, judgeTimes } from '../../../../core/life/activities/rules'
import type { plans as contract } from '../../../../core/life/plans/contract'
import { noticeAt, planNotice } from '../../../../core/life/plans/notices'
import { inTime } from '../../../../core/life/plans/rules'
import { instantOf } from '../../../../core/shared/calendar'
import type { Output } from '../../../../core/shared/operation'
import { Failure } from '../../../kernel/failure'
import { inGroups } from '../../../kernel/in-groups'
import type { Ports } from '../../../kernel/ports'
import { type Beside, remembering } from '../../../kernel/remembering'
import { settle } from '../../../kernel/settle'
import type { Organization } from '../../people/public'
import { idsOf, invitedTo } from '../activities/invited'
import { newActivity } from '../activities/new-activity'
import { roomByName } from '../activities/room'
import { Activities, type Activity } from '../documents'
import { markMeetings } from '../rhythm/marks'
import type { Context, Handlers } from '../use-case'
import { planId, YearPlans, type PlanItem, type YearPlan } from './documents'

const MINUTE = 60_000
/** Items whose words are looked at and whose rooms are held at once. */
const AT_A_TIME = 13

/** The activity of an item: its id is made of the plan's and the item's, so that it is made once. */
const activityOf = (context: Context<'plan.publish'>, branch: Organization, plan: YearPlan, item: PlanItem): Activity => {
  const startsAt = instantOf(item.date, item.time)
  const { kind, title, place, strand } = item
  const hours = { startsAt, endsAt: startsAt + item.lastsMinutes * MINUTE }
  const made = { _id: `${plan._id}:${item.itemId}`, branchId: branch._id, path: branch.path, createdBy: context.actor }
  const wanted = { kind, title, place, ...hours, audience: 'branch' as const, ...(strand === undefined ? {} : { strand }) }
  return { ...newActivity(wanted, made, context), noticeDue: noticeAt(item.date) }
}

type Room = Output<(typeof contract)['plan.publish']>['rooms'][number]
type Done = { itemId: string; activityId: string; activity: Activity; room: Room | undefined }

/** An item and the activity it becomes. */
interface Wanted {
  item: PlanItem
  activity: Activity
}
interface Ready extends Wanted {
  room: Room | undefined
}

/** Refuses an item with what is wrong with it. */
const judge = async ({ now, checkText }: Context<'plan.publish'>, { item, activity }: Wanted): Promise<void> => {
  if (judgeTimes(activity, now) !== 'right' || activity.startsAt <= now) throw Failure.of('ACTIVITY_TIMES_WRONG', undefined)
  await checkText(item.title, item.place.name)
}

/** Has the room of an item held, where its place is one. */
const withRoom = async (ports: Ports & Pick<Beside, 'read'>, { item, activity }: Wanted): Promise<Ready> => {
  const { venueId, why } = await roomByName(ports, activity)
  if (venueId === undefined && why === undefined) return { item, activity, room: undefined }
  const { itemId, title, date, place } = item
  const room = { itemId, title, date, place: place.name, ...(why === undefined ? {} : { why }) }
  return { item, activity: venueId === undefined ? activity : { ...activity, venueId }, room }
}

export const publish: Handlers<Pick<typeof contract, 'plan.publish'>> = {
  async 'plan.publish'({ branchId, year }, context) {
    const { store, subject: branch, openid, commandId, fail, limit, tell } = context
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    if (branch.kind !== 'branch' || branch.closedAt !== undefined) return fail('INVALID_INPUT', { paths: ['branchId'] })
    const plan = await store.table(YearPlans).get(planId(branchId, year))
    if (!plan) return { published: 0, failed: [], rooms: [] }
    const open = inTime(plan.items.filter(item => !plan.out.some(one => one.itemId === item.itemId)))
    const failed: { itemId: string; title: string; code: string }[] = []
    const refused = ({ itemId, title }: PlanItem, code: string) => failed.push({ itemId, title, code })

    const activities = store.table(Activities)
    const standing = async (ids: readonly string[]) => new Map((await activities.getMany(ids)).map(one => [one._id, one]))
    const wanted = open.map((item): Wanted => ({ item, activity: activityOf(context, branch, plan, item) }))
    const before = await standing(wanted.map(one => one.activity._id))
    const [fit, ready]: [Wanted[], Ready[]] = [[], []]
    /** One that fails stops no other. */
    const each = (some: readonly Wanted[], act: (one: Wanted) => Promise<unknown>) =>
      inGroups(some, AT_A_TIME, async one => {
        try {
          await act(one)
        } catch (error) {
          if (!(error instanceof Failure)) throw error
          refused(one.item, error.code)
        }
      })
    await each(wanted, async one => {
      await judge(context, one)
      fit.push(one)
    })
    // The rooms of a year, and their days, are looked for once.
    const together = { ...context, read: remembering(store) }
    await each(fit, async one => ready.push(before.has(one.activity._id) ? { ...one, room: undefined } : await withRoom(together, one)))
    // Cut off before, the rooms are free again within minutes; sent again, each takes the same room and is the same activity.
    await activities.addAll(ready.flatMap(one => (before.has(one.activity._id) ? [] : one.activity)))
    const after = ready.length === 0 ? before : await standing(ready.map(one => one.activity._id))
    const done = ready.flatMap(({ item, activity: { _id: activityId }, room }): Done[] => {
      const activity = after.get(activityId)
      if (activity?.branchId === branchId) return [{ itemId: item.itemId, activityId, activity, room }]
      refused(item, 'CONFLICT')
      return []
    })
    await markMeetings(
      context,
      done.map(one => one.activity),
    )
    await noteOut(context, plan._id, done)
    const [first] = done.map(one => one.activity).sort((one, other) => one.startsAt - other.startsAt)
    if (first) {
      const said = { branchId, branchName: branch.name, year, count: done.length, first }
      await tell(idsOf(await invitedTo(store, { branchId, path: branch.path })), planNotice(said, commandId))
    }
    const rooms = done.flatMap(one => one.room ?? []).sort((one, other) => (one.date < other.date ? -1 : 1))
    return { published: done.length, failed, rooms }
  },
}

/** Notes which items went out, each once. */
const noteOut = async ({ store }: Pick<Context<'plan.publish'>, 'store'>, _id: string, done: readonly Done[]): Promise<void> => {
  if (done.length === 0) return
  const table = store.table(YearPlans)
  await settle(async () => {
    const before = await table.get(_id)
    if (!before) return true
    const known = new Set(before.out.map(one => one.itemId))
    const out = [...before.out, ...done.filter(one => !known.has(one.itemId)).map(({ itemId, activityId }) => ({ itemId, activityId }))]
    return (await table.update({ _id, version: before.version }, { set: { out }, inc: { version: 1 } })) > 0 || undefined
  })
}
