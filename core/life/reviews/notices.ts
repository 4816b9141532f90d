import { shanghai } from '../../shared/calendar'
import type { Telling } from '../../shared/notices'
import type { DateText, Instant } from '../../shared/operation'
import { routes } from '../../shared/routes'
import { sayDay } from '../../shared/spans'

interface ReviewInNotice {
  _id: string
  title: string
  startsAt: Instant
  place: { name: string }
}

const notice = (activity: ReviewInNotice, about: string, title: string, text: string, note: string): Telling => ({
  kind: 'review',
  about: `${activity._id}:${about}`,
  title,
  text,
  page: routes.review({ id: activity._id }),
  fields: { what: title, when: shanghai(activity.startsAt).format('YYYY-MM-DD HH:mm'), where: activity.place.name, note },
})

/** To those who have not reviewed themselves, once a day. */
export const selfReviewNotice = (activity: ReviewInNotice, on: DateText): Telling =>
  notice(
    activity,
    `self:${on}`,
    '请写写个人自评',
    `${activity.title}以前，请写几句、说几句自己这一年。不方便的话，告诉支部书记，请书记替您记。`,
    '写几句、说几句都行',
  )

/** That a review is closed: the words name no grade, since they may be read over a shoulder. */
export const gradedNotice = (activity: ReviewInNotice, closedAt: Instant): Telling =>
  notice(activity, `closed:${String(closedAt)}`, '评议有结果了', `${activity.title}的结果，请点开看，只有您自己能看到。`, '点开看')

const remedyWords = {
  asked: ['有一项整改请您负责', '改好了请点开按一下。'],
  soon: ['有一项整改快到日子了', '改好了请点开按一下，还要些时间请告诉支部书记。'],
  late: ['有一项整改过了日子', '改好了请点开按一下，还要些时间请告诉支部书记。'],
} as const

/** To the person who owes a remedy: when it is given to them, before its day, and once it is late. */
export const remedyNotice = (
  activity: ReviewInNotice,
  { remedyId, problem, dueOn }: { remedyId: string; problem: string; dueOn: DateText },
  what: keyof typeof remedyWords,
): Telling => {
  const [title, then] = remedyWords[what]
  return notice(
    activity,
    `remedy:${remedyId}:${what}:${dueOn}`,
    title,
    `${problem}：说好${sayDay(dueOn)}以前改好。${then}`,
    `${sayDay(dueOn)}以前`,
  )
}
