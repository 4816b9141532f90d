import { addDays, instantOf, shanghai } from '../../shared/calendar'
import type { Telling } from '../../shared/notices'
import type { DateText, Instant } from '../../shared/operation'
import { routes } from '../../shared/routes'
import { sayMoment } from '../../shared/spans'

/** So many days ahead the notice of a planned activity goes out by itself. */
const NOTICE_DAYS = 5
const MORNING = '08:00'

/** When the notice of an activity on that day goes out. */
export const noticeAt = (date: DateText): Instant => instantOf(addDays(date, -NOTICE_DAYS), MORNING)

interface Planned {
  branchId: string
  branchName: string
  year: number
  count: number
  first: { title: string; startsAt: Instant; place: { name: string } }
}

/** A year's plan is out; `about` tells one publishing from the next. */
export const planNotice = ({ branchId, branchName, year, count, first }: Planned, about: string): Telling => ({
  kind: 'activity-published',
  about: `plan:${branchId}:${String(year)}:${about}`,
  title: `${String(year)}年的活动安排好了`,
  text: `${branchName}安排了 ${String(count)} 次活动，第一次是${sayMoment(first.startsAt)}的“${first.title}”。每次活动前 ${String(NOTICE_DAYS)} 天会再告诉您，现在不用做什么。`,
  page: routes.activities(),
  fields: {
    what: `${String(year)}年活动安排`,
    when: shanghai(first.startsAt).format('YYYY-MM-DD HH:mm'),
    where: first.place.name,
    note: `全年 ${String(count)} 次，点开看一看`,
  },
})
