import { judge, sayAge, type BackupsNow, type Health } from '../../../core/upkeep/health/judge'

const NOW = Date.UTC(2026, 10, 29, 2)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const well: Health = {
  now: NOW,
  timer: {
    beatAt: NOW - 4 * MINUTE,
    jobs: [{ name: 'sendDueMessages', title: '发服务消息', at: NOW - HOUR, did: 3, ms: 40, failed: false }],
  },
  behind: [{ what: 'messages', since: NOW - MINUTE }],
  slow: [{ op: 'roster.commit', times: 9, worstMs: 8000 }],
  faults: [],
  messages: [
    { template: 'activity-notice', title: '活动通知', there: true, accepted: 90, sent: 80, refused: 10, failed: 0, missing: 0 },
    { template: 'aftercare', title: '善后事项提醒', there: false, accepted: 0, sent: 0, refused: 0, failed: 0, missing: 0 },
  ],
  promises: { kept: 10, broken: 1 },
  compared: { state: 'done', repaired: 0 },
}
const backedUp: BackupsNow = {
  state: 'waiting',
  last: { startedAt: NOW - 8 * HOUR, finishedAt: NOW - 7 * HOUR, counts: {}, rows: 20, bytes: 1000, version: 1 },
  trial: { at: NOW - 10 * DAY, backupAt: NOW - 11 * DAY, rows: 20 },
}
const [notice] = well.messages
if (!notice) throw new Error('there is one')
const found = (change: Partial<Health>, backups: BackupsNow = backedUp) =>
  judge({ ...well, ...change }, backups).map(one => `${one.level} ${one.words}`)

test('an environment in which all is well has nothing to look at', () => {
  expect(judge(well, backedUp)).toEqual([])
})

test.each<[string, Partial<Health>, string[]]>([
  ['a timer that never ran', { timer: { jobs: [] } }, ['stop 定时任务还没有运行过：提醒、派单、通知都不会发出']],
  ['a timer that has had no time yet', { timer: { jobs: [] }, deployed: { version: '1.0.0', at: NOW - 10 * MINUTE } }, []],
  ['a timer that stopped', { timer: { beatAt: NOW - 3 * HOUR, jobs: [] } }, ['stop 定时任务已经停了3小时：提醒、派单、通知都不会发出']],
  [
    'a job that failed today',
    { timer: { beatAt: NOW, jobs: [{ name: 'planVisits', title: '排走访计划', at: NOW - 2 * HOUR, did: 0, ms: 9, failed: true }] } },
    ['look “排走访计划”2小时前没有做成'],
  ],
  [
    'a job that failed the day before and has nothing to do since',
    { timer: { beatAt: NOW, jobs: [{ name: 'planVisits', title: '排走访计划', at: NOW - 2 * DAY, did: 0, ms: 9, failed: true }] } },
    [],
  ],
  [
    'calls for help that no helper is asked to take',
    { behind: [{ what: 'requests', since: NOW - 45 * MINUTE }] },
    ['stop 求助派单积压了45分钟'],
  ],
  ['figures that are not counted', { behind: [{ what: 'figures', since: NOW - 45 * MINUTE }] }, ['look 看板数字积压了45分钟']],
  ['an operation that broke', { faults: [{ op: 'visit.record', times: 2 }] }, ['look 操作 visit.record 一周里出错 2 次']],
  [
    'an operation that is often slow',
    { slow: [{ op: 'roster.commit', times: 10, worstMs: 8060 }] },
    ['look 操作 roster.commit 一周里慢了 10 次，最慢 8.1 秒'],
  ],
  [
    'a template that is missing and was needed',
    { messages: [{ ...notice, there: false, sent: 0, refused: 0, missing: 3 }] },
    ['look “活动通知”没有填模板号，3 条只进了消息页'],
  ],
  [
    'a template of which nothing can be sent',
    { messages: [{ ...notice, sent: 0, refused: 0, failed: 2 }] },
    ['stop “活动通知”一条也没发出去'],
  ],
  [
    'a template that few agreed to',
    { messages: [{ ...notice, sent: 10, refused: 10 }] },
    ['look “活动通知”20 条里有 10 条没有得到同意，只进了消息页'],
  ],
  ['figures that were put right', { compared: { state: 'done', repaired: 4 } }, ['look 昨晚核对，看板上有 4 个数字和明细不一致，已经重算']],
])('%s is told, with a remedy', (_, change, words) => {
  expect(found(change)).toEqual(words)
})

test.each<[string, BackupsNow, string[]]>([
  ['no key', { state: 'no-key' }, ['stop 没有备份：配置里没有备份公钥']],
  ['none made yet', { state: 'waiting' }, ['look 还没有做成过一次备份']],
  ['none tried', { ...backedUp, trial: undefined }, ['look 备份还没有试着恢复过']],
  ['an old one', { ...backedUp, last: backedUp.last && { ...backedUp.last, finishedAt: NOW - 3 * DAY } }, ['stop 最近一次备份是3天前']],
  ['an old trial', { ...backedUp, trial: { at: NOW - 100 * DAY, backupAt: 0, rows: 1 } }, ['look 上次试恢复是100天前']],
])('of the backups: %s', (_, backups, words) => {
  expect(found({}, backups)).toEqual(words)
})

test('the gravest comes first', () => {
  const levels = judge({ ...well, faults: [{ op: 'a.b', times: 1 }], timer: { jobs: [] } }, backedUp).map(one => one.level)
  expect(levels).toEqual(['stop', 'look'])
})

test.each([
  [20_000, '1分钟'],
  [59 * MINUTE, '59分钟'],
  [HOUR, '1小时'],
  [47 * HOUR, '47小时'],
  [3 * DAY, '3天'],
])('%d ms is said as %s', (ms, words) => {
  expect(sayAge(ms)).toBe(words)
})
