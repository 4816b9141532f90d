import { NOTIFYING_ACTS, judgeTimes } from '../../../../core/life/activities/rules'
import type { plans as contract } from '../../../../core/life/plans/contract'
import { noticeAt, planNotice } from '../../../../core/life/plans/notices'
import { inTime } from '../../../../core/life/plans/rules'
import { instantOf } from '../../../../core/shared/calendar'
import type { Output } from '../../../../core/shared/operation'
import { Failure } from '../../../kernel/failure'
import { inGroups } from '../../../kernel/in-groups'
import { settle } from '../../../kernel/settle'
import type { Organization } from '../../people/public'
import { idsOf, invitedTo } from '../activities/invited'
import { newActivity } from '../activities/new-activity'
import { roomByName } from '../activities/room'
import { Activities, type Activity } from '../documents'
import { markMeeting } from '../rhythm/marks'
import type { Context, Handlers } from '../use-case'
import { planId, YearPlans, type PlanItem, type YearPlan } from './documents'

const MINUTE = 60_000
const AT_A_TIME = 5

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

/** Puts one item up. Refuses with what is wrong with it. */
const putUpItem = async (context: Context<'plan.publish'>, branch: Organization, plan: YearPlan, item: PlanItem): Promise<Done> => {
  const { store, now, checkText } = context
  const activity = activityOf(context, branch, plan, item)
  if (judgeTimes(activity, now) !== 'right' || activity.startsAt <= now) throw Failure.of('ACTIVITY_TIMES_WRONG', undefined)
  await checkText(item.title, item.place.name)
  const table = store.table(Activities)
  const there = await table.get(activity._id)
  const { venueId, why } = there ? {} : await roomByName(context, activity)
  const wanted = venueId === undefined ? activity : { ...activity, venueId }
  const standing = there ?? ((await table.add(wanted)) === 'added' ? wanted : await table.get(activity._id))
  if (standing?.branchId !== branch._id) throw new Failure('CONFLICT')
  await markMeeting(context, standing)
  const { itemId, title, date, place } = item
  const room =
    venueId === undefined && why === undefined
      ? undefined
      : { itemId, title, date, place: place.name, ...(why === undefined ? {} : { why }) }
  return { itemId, activityId: activity._id, activity: standing, room }
}

export const publish: Handlers<Pick<typeof contract, 'plan.publish'>> = {
  async 'plan.publish'({ branchId, year }, context) {
    const { store, subject: branch, openid, commandId, fail, limit, tell } = context
    await limit(openid, NOTIFYING_ACTS.max, NOTIFYING_ACTS.windowMs)
    if (branch.kind !== 'branch' || branch.closedAt !== undefined) return fail('INVALID_INPUT', { paths: ['branchId'] })
    const table = store.table(YearPlans)
    const plan = await table.get(planId(branchId, year))
    if (!plan) return { published: 0, failed: [], rooms: [] }
    const open = plan.items.filter(item => !plan.out.some(one => one.itemId === item.itemId))
    const done: Done[] = []
    const failed: { itemId: string; title: string; code: string }[] = []
    await inGroups(inTime(open), AT_A_TIME, async item => {
      try {
        done.push(await putUpItem(context, branch, plan, item))
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        failed.push({ itemId: item.itemId, title: item.title, code: error.code })
      }
    })
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
