import type { Activity } from '../../cloudfunctions/features/life/documents'
import type { Member, Organization } from '../../cloudfunctions/features/people/documents'
import { addDays, dateOf, instantOf } from '../../core/shared/calendar'
import type { Instant } from '../../core/shared/operation'
import { two, type Seed } from './shape'

const MINUTE = 60_000

/** An activity as if it had been published. */
const activity = (
  branch: Organization,
  by: Activity['createdBy'],
  about: Pick<Activity, '_id' | 'kind' | 'title' | 'startsAt' | 'endsAt' | 'body' | 'createdAt'> & Partial<Activity>,
): Activity => ({
  branchId: branch._id,
  path: branch.path,
  place: { name: '常青花园党群服务中心二楼', point: { lng: 114.2121, lat: 30.6402 }, radius: 200 },
  capacity: null,
  audience: 'branch',
  parts: [],
  state: 'published',
  signups: [],
  secret: `demo-secret-${about._id}`,
  createdBy: by,
  version: 1,
  ...about,
})

/**
 * A Party day that begins in half an hour and whose notice most have read, a course whose places are nearly gone, and last month's Party
 * day with its sheet.
 */
export const demoActivities = (branch: Organization, retired: readonly Member[], secretary: Member, now: Instant): Seed => {
  const by = { openid: 'demo-secretary', memberId: secretary._id, name: secretary.name }
  const actor = (member: Member, index: number) => ({ openid: `demo-member-${two(index + 1)}`, memberId: member._id, name: member.name })
  const soon = Math.ceil((now + 30 * MINUTE) / (5 * MINUTE)) * 5 * MINUTE
  const nextWeek = instantOf(addDays(dateOf(now), 7), '14:30')
  const lastMonth = instantOf(addDays(dateOf(now), -30), '09:00')
  const partyDay = activity(branch, by, {
    _id: 'act-party-day',
    kind: 'party-day',
    title: '主题党日：重温入党誓词',
    startsAt: soon,
    endsAt: soon + 120 * MINUTE,
    body: '请佩戴党徽。活动室在二楼，有电梯。行动不便的老同志请告诉党小组长，我们上门接。',
    parts: ['重温入党誓词', '学习党的二十届四中全会精神', '通报支部工作', '交流发言', '交纳党费'],
    createdAt: now - 3 * 24 * 60 * MINUTE,
  })
  const course = activity(branch, by, {
    _id: 'act-phone-course',
    kind: 'training',
    title: '智能手机课：看病挂号不求人',
    startsAt: nextWeek,
    endsAt: nextWeek + 90 * MINUTE,
    body: '带上自己的手机和老花镜，年轻志愿者一对一教。',
    capacity: 20,
    signups: retired
      .slice(20, 38)
      .map((member, index) => ({ memberId: member._id, at: now - (60 - index) * MINUTE, by: actor(member, index + 20) })),
    createdAt: now - 24 * 60 * MINUTE,
  })
  const past = activity(branch, by, {
    _id: 'act-last-month',
    kind: 'party-day',
    title: '主题党日：参观新农村',
    startsAt: lastMonth,
    endsAt: lastMonth + 180 * MINUTE,
    body: '坐大巴去，中午回。',
    record: { line: '参观柏泉新村，座谈乡村变化。', minutes: '', photoFileIds: [] },
    createdAt: lastMonth - 7 * 24 * 60 * MINUTE,
  })
  return {
    activities: [partyDay, course, past],
    receipts: retired.slice(3, 45).map((member, index) => ({
      _id: `${partyDay._id}:${member._id}`,
      activityId: partyDay._id,
      memberId: member._id,
      at: now - (180 - index) * MINUTE,
      by: actor(member, index + 3),
    })),
    attendance: retired.slice(5, 58).map((member, index) => ({
      _id: `${past._id}:${member._id}`,
      activityId: past._id,
      memberId: member._id,
      state: 'present',
      at: lastMonth - (20 - index / 4) * MINUTE,
      late: false,
      way: 'code',
      by: actor(member, index + 5),
      history: [],
    })),
  }
}
