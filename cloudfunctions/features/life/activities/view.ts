import { inForce } from '../../../../core/shared/hours'
import { Organizations } from '../../people/public'
import { Activities, Attendances, Receipts } from '../documents'
import type { activities as contract } from '../../../../core/life/activities/contract'
import { beganSince } from '../../../../core/life/activities/rules'
import { signInWindow } from '../../../../core/life/attendance/rules'
import type { Output } from '../../../../core/shared/operation'
import { signupCounts, signupOf } from '../../../../core/life/signups/rules'
import { belongs } from '../../../kernel/access'
import type { Activity } from '../documents'
import { afterNumber, pageOf } from '../../../kernel/pages'
import type { Handlers } from '../use-case'
import type { Filter } from '../../../kernel/store'

type Viewing = Handlers<Pick<typeof contract, 'activity.list' | 'activity.get' | 'activity.read'>>
type Item = Output<(typeof contract)['activity.list']>['items'][number]

const PAGE = 20

const itemOf = (activity: Activity, memberId: string): Item => {
  const mine = signupOf(activity, memberId)
  return {
    activityId: activity._id,
    branchId: activity.branchId,
    kind: activity.kind,
    title: activity.title,
    startsAt: activity.startsAt,
    endsAt: activity.endsAt,
    place: activity.place,
    state: activity.state,
    ...(activity.capacity === null ? {} : { capacity: activity.capacity }),
    ...signupCounts(activity),
    mySignup: mine.state === 'none' ? null : mine,
  }
}

export const viewing: Viewing = {
  async 'activity.list'({ branchId, from, before, cursor }, { store, person }) {
    const place = afterNumber(cursor)
    const [began] = place.after ?? []
    const branches = branchId === undefined ? [...new Set([person.branchId, ...person.affiliates.map(one => one.branchId)])] : [branchId]
    // None lasts longer than 31 days, so that the end asked for bounds the start, by which the index goes.
    const backwards = before !== undefined
    const earliest = Math.max(from === undefined ? 0 : beganSince(from), backwards ? 0 : (began ?? 0))
    const latest = Math.min(before ?? Infinity, backwards ? (began ?? Infinity) + 1 : Infinity)
    const filter: Filter<Activity> = {
      branchId: { in: branches },
      startsAt: latest === Infinity ? { gte: earliest } : { gte: earliest, lt: latest },
      ...(before !== undefined
        ? { endsAt: from === undefined ? { lt: before } : { gte: from, lt: before } }
        : from !== undefined
          ? { endsAt: { gte: from } }
          : {}),
    }
    const direction = backwards ? 'desc' : 'asc'
    const rows = await store.table(Activities).find(filter, {
      order: [
        ['startsAt', direction],
        ['_id', direction],
      ],
      limit: PAGE + 1,
      ...place,
    })
    const { items, cursor: next } = pageOf(rows, PAGE, one => one.startsAt)
    return { items: items.map(one => itemOf(one, person._id)), cursor: next }
  },

  async 'activity.get'({ activityId }, { store, subject, person, may }) {
    const mine = `${activityId}:${person._id}`
    const [branch, signIn, receipt] = await Promise.all([
      store.table(Organizations).get(subject.branchId),
      store.table(Attendances).get(mine),
      store.table(Receipts).get(mine),
    ])
    const { opensAt, closesAt } = signInWindow(subject)
    const stands = inForce(signIn, subject)
    return {
      ...itemOf(subject, person._id),
      branchName: branch?.name ?? '',
      audience: subject.audience,
      body: subject.body,
      parts: subject.parts,
      ...(subject.cancelReason === undefined ? {} : { cancelReason: subject.cancelReason }),
      signInOpensAt: opensAt,
      signInClosesAt: closesAt,
      mySignIn: stands && { state: stands.state, at: stands.at, late: stands.late },
      read: receipt !== null,
      may: may('change', 'cancel', 'record', 'remind'),
      ...(subject.record ? { record: subject.record } : {}),
    }
  },

  async 'activity.read'({ activityId }, { store, subject, person, actor, now }) {
    // An official who looks in is no reader of the notice: receipts are of those it was sent to.
    if (belongs(person, subject))
      await store.table(Receipts).add({ _id: `${activityId}:${person._id}`, activityId, memberId: person._id, at: now, by: actor })
    return {}
  },
}
