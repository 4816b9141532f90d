import { shanghai } from '../../shared/calendar'
import type { Telling } from '../../shared/notices'
import type { Instant } from '../../shared/operation'
import { routes } from '../../shared/routes'
import { sayMoment } from '../../shared/spans'

interface InNotice {
  _id: string
  title: string
  startsAt: Instant
  place: { name: string }
}

/** To those who take part: the ballot is open. */
export const appraisalNotice = (activity: InNotice, closesAt: Instant): Telling => ({
  kind: 'review',
  about: `${activity._id}:ballot`,
  title: '请填民主测评',
  text: `${activity.title}的民主测评，可以在手机上不记名填，最晚${sayMoment(closesAt)}。不用手机的，会上填纸票。`,
  page: routes.appraisalBallot({ activityId: activity._id }),
  fields: {
    what: `民主测评：${activity.title}`,
    when: shanghai(activity.startsAt).format('YYYY-MM-DD HH:mm'),
    where: activity.place.name,
    note: '不记名',
  },
})
