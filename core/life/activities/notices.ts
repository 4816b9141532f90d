import { shanghai } from '../../shared/calendar'
import type { Instant } from '../../shared/operation'
import type { NoticeKind, Telling } from '../../shared/notices'
import { sayMoment, saySpan } from '../../shared/spans'
import { routes } from '../../shared/routes'

/** What a notice needs to know of an activity. */
interface ActivityInNotice {
  _id: string
  title: string
  startsAt: Instant
  endsAt: Instant
  place: { name: string }
  version: number
}

const notice = (activity: ActivityInNotice, kind: NoticeKind, about: string, title: string, text: string, note: string): Telling => ({
  kind,
  about: `${activity._id}:${about}`,
  title,
  text,
  page: routes.activity({ id: activity._id }),
  fields: {
    what: activity.title,
    when: shanghai(activity.startsAt).format('YYYY-MM-DD HH:mm'),
    where: activity.place.name,
    note,
  },
})

const whenAndWhere = (activity: ActivityInNotice) => `时间：${saySpan(activity)}。地点：${activity.place.name}。`
const because = (reason: string | undefined) => (reason ? `原因：${reason.replace(/[。.！!；;]+$/u, '')}。` : '')

/** A new activity, to the whole branch. */
export const publishedNotice = (activity: ActivityInNotice, branchName: string): Telling =>
  notice(
    activity,
    'activity-published',
    'published',
    `活动通知：${activity.title}`,
    `${branchName}：${activity.title}。${whenAndWhere(activity)}请点开看一看，能来就请报名。`,
    '请点开看一看，能来就报名',
  )

/** What one change made different. */
interface Changed {
  version: number
  said: readonly string[]
  reason?: string
}

/** What a change means to one member besides: they lost the place, or what they said before stays with the former hours. */
const meaning = {
  waits: { text: '因为名额减少，您现在排在候补名单上，有人退出时会按先后顺序补上，并马上告诉您。', note: '名额减少，您转为候补' },
  'signs-again': { text: '您原来签的到只算原来的时间，请到时候再签一次。', note: '时间改了，请到时再签到' },
  'asks-again': { text: '您原来请的假只算原来的时间；新的时间来不了，请再请一次假。', note: '时间改了，来不了请再请假' },
} as const
export type Meaning = keyof typeof meaning

/** What changed, old and new, and what it means to those who are told. */
export const changedNotice = (activity: ActivityInNotice, { version, said, reason }: Changed, means?: Meaning): Telling => {
  const moved = said.some(one => one.startsWith('时间') || one.startsWith('地点'))
  return notice(
    activity,
    'activity-changed',
    `v${version}`,
    `活动有变动：${activity.title}`,
    `${said.join('；')}。${because(reason)}${means ? meaning[means].text : ''}现在的安排：${whenAndWhere(activity)}`,
    means ? meaning[means].note : moved ? '时间或地点有变动' : '安排有变动',
  )
}

/** It does not take place. */
export const cancelledNotice = (activity: ActivityInNotice, reason: string | undefined): Telling =>
  notice(
    activity,
    'activity-cancelled',
    'cancelled',
    `活动取消：${activity.title}`,
    `原定${saySpan(activity)}在${activity.place.name}举行的“${activity.title}”取消了。${because(reason)}`,
    reason ? `取消：${reason}` : '活动取消',
  )

/** To those who have not read the notice yet; `round` tells one reminder from the next. */
export const remindNotice = (activity: ActivityInNotice, round: number): Telling =>
  notice(
    activity,
    'activity-remind',
    `r${round}`,
    `请看一看：${activity.title}`,
    `支部的活动通知您还没有看。${activity.title}。${whenAndWhere(activity)}请点开看一看。`,
    '您还没有看这个通知',
  )

/** To each of those who moved up from the waiting list. Told once for one sign-up under one version of the activity. */
export const placeIsYoursNotices = (
  activity: ActivityInNotice & { signups: readonly { memberId: string; at: Instant }[] },
  memberIds: readonly string[],
): { memberId: string; notice: Telling }[] =>
  activity.signups
    .filter(one => memberIds.includes(one.memberId))
    .map(({ memberId, at }) => ({
      memberId,
      notice: notice(
        activity,
        'place-is-yours',
        `v${activity.version}:${at}`,
        `轮到您了：${activity.title}`,
        `空出了名额，您已经从候补转为正式报名“${activity.title}”。${whenAndWhere(activity)}来不了的话，请在活动页退出，把名额让给后面的同志。`,
        `${sayMoment(activity.startsAt)}请您来`,
      ),
    }))

/** To the secretary: what a template put up has no room, since its room could not be had. */
export const noRoomNotice = (activity: ActivityInNotice, why: string): Telling =>
  notice(
    activity,
    'venue-news',
    'no-room',
    `场地没订上：${activity.place.name}`,
    `${activity.title}（${saySpan(activity)}）的通知发出去了，可是${activity.place.name}没订上：${why}。请点开活动，换个场地或者时间。`,
    '场地没订上，请换一个',
  )
