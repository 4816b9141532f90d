import { changedNotice, placeIsYoursNotices, publishedNotice } from '../../../../core/life/activities/notices'
import { differences, judgeTimes, mayBeReminded, noticesMayGoOut, ringsFrom, type Terms } from '../../../../core/life/activities/rules'
import { instantOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const now = instantOf('2026-11-21', '09:00')

test.each([
  ['next week for two hours', 7 * DAY, 2 * HOUR, 'right'],
  ['of the same minute', 7 * DAY, 0, 'ACTIVITY_TIMES_WRONG'],
  ['ending before it starts', 7 * DAY, -HOUR, 'ACTIVITY_TIMES_WRONG'],
  ['of 31 days', DAY, 31 * DAY, 'right'],
  ['of more than 31 days', DAY, 31 * DAY + 1, 'ACTIVITY_TIMES_WRONG'],
  ['that is running', -HOUR, 2 * HOUR, 'right'],
  ['of yesterday at this hour', -DAY, HOUR, 'right'],
  ['of more than a day ago', -DAY - 1, HOUR, 'ACTIVITY_TIMES_WRONG'],
])('an activity %s', (_, startsIn, lasts, expected) => {
  expect(judgeTimes({ startsAt: now + startsIn, endsAt: now + startsIn + lasts }, now)).toBe(expected)
})

test('an exhibition that began days ago can be prolonged, but not put back into the past', () => {
  const before = { startsAt: now - 3 * DAY }
  expect(judgeTimes({ ...before, endsAt: now + 4 * DAY }, now, before)).toBe('right')
  expect(judgeTimes({ startsAt: now - 2 * DAY, endsAt: now + 4 * DAY }, now, before)).toBe('ACTIVITY_TIMES_WRONG')
})

const terms: Terms = {
  title: '主题党日',
  startsAt: instantOf('2026-11-28', '14:30'),
  endsAt: instantOf('2026-11-28', '16:00'),
  place: { name: '党群服务中心二楼', point: { lng: 114.21, lat: 30.64 }, radius: 200 },
  capacity: 20,
  body: '请佩戴党徽',
  parts: ['重温入党誓词'],
}

test.each<[string, Partial<Terms>, string[]]>([
  ['nothing', {}, []],
  ['the same place written again', { place: { radius: 200, point: { lat: 30.64, lng: 114.21 }, name: '党群服务中心二楼' } }, []],
  ['the title', { title: '党课' }, ['名称由“主题党日”改为“党课”']],
  [
    'the time',
    { startsAt: instantOf('2026-11-29', '09:00'), endsAt: instantOf('2026-11-29', '11:00') },
    ['时间由11月28日 下午2:30到4:00改为11月29日 上午9:00到11:00'],
  ],
  [
    'an end on another day',
    { endsAt: instantOf('2026-11-29', '11:00') },
    ['时间由11月28日 下午2:30到4:00改为11月28日 下午2:30到11月29日 上午11:00'],
  ],
  ['the place', { place: { name: '银湖社区' } }, ['地点由“党群服务中心二楼”改为“银湖社区”']],
  ['how near is there', { place: { ...terms.place, radius: 50 } }, ['签到的位置有调整']],
  ['fewer places', { capacity: 10 }, ['名额由20人改为10人']],
  ['room for all', { capacity: null }, ['名额由20人改为不限']],
  ['the parts', { parts: ['重温入党誓词', '交流'] }, ['活动内容有更新']],
])('what is told when one changes %s', (_, changed, expected) => {
  expect(differences(terms, { ...terms, ...changed })).toEqual(expected)
})

test('a member is not reminded twice within six hours, and may be again after them', () => {
  const reminders = [{ round: 1, at: now, commandId: 'c', memberIds: ['a'] }]
  expect(mayBeReminded(['a', 'b'], reminders, now + 6 * HOUR - 1)).toEqual(['b'])
  expect(mayBeReminded(['a', 'b'], reminders, now + 6 * HOUR)).toEqual(['a', 'b'])
})

test('notices that write themselves wait for eight in the morning', () => {
  expect(noticesMayGoOut(instantOf('2026-12-02', '07:59'))).toBe(false)
  expect(noticesMayGoOut(instantOf('2026-12-02', '08:00'))).toBe(true)
  expect(noticesMayGoOut(instantOf('2026-12-02', '23:00'))).toBe(true)
})

test.each([
  ['in the evening, of the next afternoon: in the morning', '2026-12-02', '21:00', '2026-12-03', '14:00', '2026-12-03', '08:00'],
  ['before dawn, of the same afternoon: in the morning', '2026-12-03', '05:00', '2026-12-03', '14:00', '2026-12-03', '08:00'],
  ['in the evening, of the next morning at nine: at once', '2026-12-02', '21:00', '2026-12-03', '09:00', '2026-12-02', '21:00'],
  ['by day: at once', '2026-12-02', '10:00', '2026-12-03', '14:00', '2026-12-02', '10:00'],
])('phones ring for news that is said %s', (_, date, time, startsOn, startsAt, ringsOn, ringsAt) => {
  expect(ringsFrom({ startsAt: instantOf(startsOn, startsAt) }, instantOf(date, time))).toBe(instantOf(ringsOn, ringsAt))
})

const activity = { ...terms, _id: 'act-1', version: 3, signups: [{ memberId: 'm-1', at: 5 }, { memberId: 'm-2', at: 6 }] } // prettier-ignore

test('a new activity is told with its branch, its time and its place', () => {
  const { text, fields, page } = publishedNotice(activity, '常青花园党支部')
  expect(text).toContain('常青花园党支部')
  expect(text).toContain('11月28日 下午2:30到4:00')
  expect(text).toContain('党群服务中心二楼')
  expect(fields.when).toBe('2026-11-28 14:30')
  expect(page).toBe(routes.activity({ id: 'act-1' }))
})

test('a member who loses the place to a lowered capacity is told so, one who keeps it is not frightened', () => {
  const change = { version: 4, said: ['名额由20人改为10人'], reason: '换了小教室。' }
  const losing = changedNotice(activity, change, 'waits')
  const keeping = changedNotice(activity, change)
  expect(losing.text).toContain('您现在排在候补名单上')
  expect(keeping.text).not.toContain('候补')
  expect(keeping.text).toContain('原因：换了小教室。')
  expect(losing.about).toBe(keeping.about)
})

test('each who moves up is told once for each sign-up', () => {
  const told = placeIsYoursNotices(activity, ['m-2'])
  expect(told.map(one => one.memberId)).toEqual(['m-2'])
  expect(told[0]?.notice.about).toBe('act-1:v3:6')
})
