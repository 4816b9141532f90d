import * as fc from 'fast-check'
import { urgencyOf, type Urgency } from '../../../../core/help/requests/kinds'
import { requestKinds, type RequestKind } from '../../../../core/shared/request-kinds'
import { judgePlanDate, planPromise, promiseOf, sayPromise } from '../../../../core/help/requests/promise'
import { staysQuiet } from '../../../../core/help/requests/settings'
import { isQuiet, quietEnds } from '../../../../core/shared/quiet-hours'
import { instantOf, shanghai } from '../../../../core/shared/calendar'

const at = (clock: string, date = '2026-11-21') => instantOf(date, clock)
const said = (instant: number) => shanghai(instant).format('MM-DD HH:mm')

test.each<[string, RequestKind, Urgency, number, string]>([
  ['water in the morning: before that night’s 24:00', 'water', 'prompt', at('09:00'), '11-22 00:00'],
  ['a leak at 20:00 sharp still counts for that day', 'leak', 'prompt', at('20:00'), '11-22 00:00'],
  ['a leak a minute after 20:00: before 08:00', 'leak', 'prompt', at('20:00') + 60_000, '11-22 08:00'],
  ['a burst pipe at 23:59: before 08:00', 'water', 'prompt', at('23:59'), '11-22 08:00'],
  ['at 00:00 sharp a new day has begun: before its own 24:00', 'water', 'prompt', at('00:00', '2026-11-22'), '11-23 00:00'],
  ['a minute after midnight likewise', 'leak', 'prompt', at('00:01', '2026-11-22'), '11-23 00:00'],
  ['on New Year’s Eve: before 08:00 of the next year', 'leak', 'prompt', at('21:00', '2026-12-31'), '01-01 08:00'],
  ['electricity: within the day, 24 hours', 'electricity', 'prompt', at('21:30'), '11-22 21:30'],
  ['a bulb likewise', 'bulb', 'ordinary', at('09:00'), '11-22 09:00'],
  ['urgent: within the hour, by the quarter', 'other', 'urgent', at('03:10'), '11-21 04:00'],
  ['a day, by the quarter that was last', 'talk', 'ordinary', at('20:47') + 13_000, '11-22 20:45'],
  ['urgent water is never promised later than water', 'water', 'urgent', at('20:00'), '11-21 21:00'],
  ['a legal question: three days', 'legal', 'ordinary', at('09:00'), '11-24 09:00'],
  ['a card to apply for: a week', 'medical-card', 'ordinary', at('09:00'), '11-28 09:00'],
])('%s', (_, kind, urgency, reported, expected) => {
  expect(said(promiseOf(kind, urgency, reported))).toBe(expected)
})

test('whatever is reported whenever, the promise lies ahead, and an urgent one is never later than a calm one', () => {
  const instants = fc.integer({ min: at('00:00', '2026-01-01'), max: at('00:00', '2027-01-01') })
  fc.assert(
    fc.property(fc.constantFrom(...requestKinds), instants, (kind, now) => {
      expect(promiseOf(kind, 'ordinary', now)).toBeGreaterThan(now)
      expect(promiseOf(kind, 'urgent', now)).toBeLessThanOrEqual(promiseOf(kind, 'ordinary', now))
    }),
  )
})

test('water is solved before its night ends: by 24:00 of the day, or by 08:00 and within twelve hours', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 24 * 60 - 1 }), minute => {
      const now = at('00:00') + minute * 60_000
      const promised = promiseOf('water', 'prompt', now)
      expect(['00:00', '08:00']).toContain(shanghai(promised).format('HH:mm'))
      expect(promised - now).toBeLessThanOrEqual(minute <= 20 * 60 ? 24 * 3_600_000 : 12 * 3_600_000)
    }),
  )
})

test.each([
  [at('24:00'.replace('24', '00'), '2026-11-22'), '今晚12点前办好'],
  [at('08:00', '2026-11-22'), '明天上午8点前办好'],
  [at('10:05'), '今天上午10点前办好'],
  [at('00:00'), '昨晚12点前办好'],
  [at('08:00', '2026-11-20'), '昨天上午8点前办好'],
  [at('10:47') + 13_000, '今天上午10点45分前办好'],
  [at('21:30', '2026-11-23'), '后天晚上9点半前办好'],
  [at('12:00', '2026-11-22'), '明天中午12点前办好'],
  [at('00:00', '2026-12-01'), '11月30日晚上12点前办好'],
])('a promise is a sentence (%#)', (promised, words) => {
  expect(sayPromise(promised, at('09:00'))).toBe(words)
})

test('a plan’s promise ends with its day, which is from today to a quarter of a year ahead', () => {
  expect(said(planPromise('2026-11-25'))).toBe('11-26 00:00')
  const now = at('09:00')
  expect(['2026-11-20', '2026-11-21', '2027-02-21', '2027-02-22'].map(date => judgePlanDate(date, now))).toEqual([
    'PLAN_DATE_WRONG',
    'right',
    'right',
    'PLAN_DATE_WRONG',
  ])
})

test.each<[RequestKind, string, Urgency]>([
  ['other', '老伴在卫生间 摔倒了', 'urgent'],
  ['other', '胸口疼得厉害', 'urgent'],
  ['electricity', '插座冒烟了', 'urgent'],
  ['other', '请打１２０', 'urgent'],
  ['water', '厨房的水龙头关不紧', 'prompt'],
  ['leak', '', 'prompt'],
  ['electricity', '家里没电了', 'prompt'],
  ['bulb', '灯不亮', 'ordinary'],
  ['talk', '想找人说说话', 'ordinary'],
  ...[
    ...['今天早上咳血了', '吐血了', '眼睛突然看不见东西了', '血压一百九，手脚发麻', '半边身子没力气', '嘴也歪了', '今天老人说话含糊'],
    ...[
      '心脏又犯了，含了救心丸',
      '心脏犯了',
      '老张今早心口疼，已经叫了120',
      '说自己不想活了',
      '想学急救，老伴晕倒了',
      '急救知识讲座上有人昏迷',
    ],
    ...['骑自行车摔了，人没事', '从自行车摔了，人没事', '自行车摔了', '自行车摔了，人没事吧', '自行车摔了，人没事，后来晕倒了', '要急救'],
  ].map((text): [RequestKind, string, Urgency] => ['other', text, 'urgent']),
  ...['想学急救，问有没有培训', '自行车摔了，人没事', '急救知识讲座几点开始'].map((text): [RequestKind, string, Urgency] => [
    'other',
    text,
    'ordinary',
  ]),
])('%s, “%s” is %s', (kind, text, urgency) => {
  expect(urgencyOf(kind, text)).toBe(urgency)
})

test.each([
  ['20:59', false],
  ['21:00', true],
  ['23:59', true],
  ['00:00', true],
  ['06:59', true],
  ['07:00', false],
])('quiet hours over midnight at %s: %s', (clock, quiet) => {
  expect(isQuiet({ from: '21:00', to: '07:00' }, at(clock))).toBe(quiet)
})

test('quiet hours end in the coming morning; they are kept for ordinary requests only', () => {
  const night = { from: '21:00', to: '07:00' }
  expect(said(quietEnds(night, at('22:00')))).toBe('11-22 07:00')
  expect(said(quietEnds(night, at('03:00')))).toBe('11-21 07:00')
  expect(quietEnds(night, at('12:00'))).toBe(at('12:00'))
  expect((['urgent', 'prompt', 'ordinary'] as const).map(one => staysQuiet(one, night, at('22:00')))).toEqual([false, false, true])
  expect(isQuiet({ from: '12:00', to: '12:00' }, at('12:00'))).toBe(false)
})
