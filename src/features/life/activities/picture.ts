import { isOwed } from '../../../../core/life/activities/kinds'
import { sharePicture } from '../../../components/sharePicture'
import { spanBesideDay } from '../../../components/times'
import { kindOver } from './kinds'
import { type Activity, placesLeft } from './myState'

const largeOf = (activity: Activity): string => {
  if (activity.state === 'cancelled') return '这次活动取消了'
  if (isOwed(activity)) return '请大家都参加'
  const left = placesLeft(activity)
  if (left === undefined) return '点开，按“我参加”'
  return left > 0 ? `还剩 ${left} 个名额` : '名额满了，可候补'
}

/** The picture of an activity's card: its day as a leaf of a calendar, hours and place, and how many places are left at this moment. */
export const activityPicture = (activity: Activity) =>
  sharePicture({
    over: [kindOver(activity), activity.branchName].filter(Boolean).join(' · '),
    ...{ title: activity.title, block: activity.startsAt },
    lines: [spanBesideDay(activity.startsAt, activity.endsAt), activity.place.name],
    large: largeOf(activity),
  })
