import type { activities as contract } from '../../../../core/life/activities/contract'
import { signupCounts, signupOf } from '../../../../core/life/signups/rules'
import type { Output } from '../../../../core/shared/operation'
import type { Activity } from '../documents'

type Item = Output<(typeof contract)['activity.list']>['items'][number]

export const itemOf = (activity: Activity, memberId: string): Item => {
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
    ...(activity.strand === undefined ? {} : { strand: activity.strand }),
    ...(activity.circleId === undefined ? {} : { circleId: activity.circleId }),
  }
}
