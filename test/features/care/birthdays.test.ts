import writeXlsxFile from 'write-excel-file/node'
import { good, put, stored } from '../support/attendance'
import { HOUR, MINUTE, startBranch, type Branch } from '../support/branch'
import { amend, refusal } from '../support/people'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
})
afterEach(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const list = async (from: string, to: string, openid = 'demo-secretary') =>
  good(await branch.as(openid).calls('birthday.list', { branchId: 'branch-01', from, to }))
const greetingsOf = async (openid: string) =>
  good(await branch.as(openid).calls('inbox.list', {})).items.filter(one => one.kind === 'celebration')
/** Saturday 09:00 to Sunday evening 20:30, or to another hour of that Sunday. */
const untilSunday = (hour: number) => branch.clock.advance((15 + hour) * HOUR)
/** Gives member n a birthday on Sunday 22 November, and has the timer plan the branch by an import without rows. */
const bornOnSunday = async (memberId: string, more: object = {}) => {
  await amend(branch, 'members', { _id: memberId }, { birthday: { calendar: 'solar', year: 1946, month: 11, day: 22 }, ...more })
  await replanned()
}
const replanned = async () => {
  const invite = good(await secretary().calls('roster.invite', { memberId: 'm-70' })).inviteCode
  await amend(branch, 'members', { _id: 'm-70' }, { bound: false })
  await branch.as('demo-second-phone').calls('me.bind', { inviteCode: invite })
  await branch.clock.advance(2 * MINUTE)
}

test('the secretary sees who celebrates soon, the round ones marked; others do not', async () => {
  const { items } = await list('2026-11-21', '2026-11-27')
  expect(items.map(({ name, kind, on, years, round }) => ({ name, kind, on, years, round }))).toEqual([
    { name: '许淑贞', kind: 'birthday', on: '2026-11-23', years: 80, round: true },
    { name: '韦桂芳', kind: 'political', on: '2026-11-25', years: 50, round: true },
  ])
  expect((await list('2026-11-21', '2026-11-27', 'demo-street')).items).toHaveLength(2)
  expect(
    refusal(await branch.as('demo-member-02').calls('birthday.list', { branchId: 'branch-01', from: '2026-11-21', to: '2026-11-22' })),
  ).toBe('FORBIDDEN')
})

test('on the day at eight the greeting arrives, once, by WeChat too where agreed, and leads to the card; the family gets it as well', async () => {
  await bornOnSunday('m-01')
  await branch.accept('demo-member-01', ['tpl-celebration'])
  await untilSunday(7)
  expect(await greetingsOf('demo-member-01')).toEqual([])
  await branch.clock.advance(HOUR + MINUTE)
  await branch.clock.advance(HOUR)
  const [message, ...others] = await greetingsOf('demo-member-01')
  expect([message?.title, others]).toEqual(['生日快乐', []])
  expect(await greetingsOf('demo-family-01')).toHaveLength(1)
  expect((await branch.outbox()).filter(one => one.template === 'tpl-celebration').map(one => one.touser)).toEqual(['demo-member-01'])
  const celebrationId = decodeURIComponent(message?.page.split('id=')[1] ?? '')
  const { card } = good(await branch.as('demo-member-01').calls('birthday.greeting', { celebrationId }))
  expect(card).toMatchObject({ kind: 'birthday', on: '2026-11-22', years: 80, round: true, quiet: false })
  expect(good(await branch.as('demo-family-01').calls('birthday.greeting', { celebrationId })).card?.name).toBe(card?.name)
  // No other person opens it.
  expect(good(await branch.as('demo-member-02').calls('birthday.greeting', { celebrationId })).card).toBeNull()
  // It stays on the list as kept; the next one is a year away.
  expect((await list('2026-11-22', '2026-11-22')).items).toMatchObject([{ memberId: 'm-01', greeted: true }])
  expect((await list('2027-11-22', '2027-11-22')).items).toMatchObject([{ memberId: 'm-01', greeted: false, years: 81 }])
})

test('the dead are not greeted, and a household in mourning gets a plain card', async () => {
  await bornOnSunday('m-03')
  await bornOnSunday('m-06', { bereaved: [{ deadId: 'm-03', until: '2027-05-01' }] })
  await amend(branch, 'members', { _id: 'm-03' }, { state: 'dead' })
  await untilSunday(9)
  expect(await stored(branch, 'messages', { kind: 'celebration', memberId: 'm-03' })).toEqual([])
  const [plain] = await greetingsOf('demo-member-06')
  expect(plain?.title).toBe('今天是您的生日')
  expect(plain?.text).not.toMatch(/快乐|祝/u)
})

test('a timer that runs only in the evening lays the card in the inbox and rings no phone', async () => {
  await bornOnSunday('m-01')
  await branch.accept('demo-member-01', ['tpl-celebration'])
  const sundayEvening = Date.parse('2026-11-22T20:30:00+08:00')
  await amend(branch, 'celebrations', { _id: 'm-01:birthday:2026' }, { due: sundayEvening })
  await untilSunday(21)
  expect(await greetingsOf('demo-member-01')).toHaveLength(1)
  expect((await branch.outbox()).filter(one => one.template === 'tpl-celebration')).toEqual([])
})

/** The secretary imports a file of names with their birthdays. */
const imports = async (...rows: [name: string, birthday: string][]) => {
  const content = await writeXlsxFile([['姓名', '出生年月'], ...rows], { sheet: '花名册' }).toBuffer()
  const fileId = await branch.upload('花名册.xlsx', content)
  const { previewId } = good(await secretary().calls('roster.preview', { branchId: 'branch-01', fileId }))
  good(await secretary().calls('roster.commit', { previewId }))
}
const sentTo = async (name: string) => {
  const [one] = await stored(branch, 'members', { branchId: 'branch-01', name })
  return (await stored(branch, 'messages', { memberId: one?._id ?? '', kind: 'celebration' })).map(message => message.title)
}

test('a member imported on their birthday after eight is greeted within minutes, once; one whose birthday was yesterday is not', async () => {
  await untilSunday(10)
  await imports(['慕容今日', '1946-11-22'], ['慕容昨日', '1946-11-21'], ['慕容明日', '1946-11-23'])
  await branch.clock.advance(3 * MINUTE)
  expect([await sentTo('慕容今日'), await sentTo('慕容昨日'), await sentTo('慕容明日')]).toEqual([['生日快乐'], [], []])
  await imports(['慕容今日', '1946-11-22'], ['慕容昨日', '1946-11-21'])
  await branch.clock.advance(24 * HOUR)
  expect([await sentTo('慕容今日'), await sentTo('慕容昨日'), await sentTo('慕容明日')]).toEqual([['生日快乐'], [], ['生日快乐']])
})

test('a member known only by the month is greeted when the day becomes known on the day itself, or before it', async () => {
  await imports(['慕容今日', '1946-11'], ['慕容周三', '1946-11'], ['慕容昨日', '1946-11'])
  await branch.clock.advance(3 * MINUTE)
  await untilSunday(10)
  await imports(['慕容今日', '1946-11-22'], ['慕容周三', '1946-11-25'], ['慕容昨日', '1946-11-21'])
  await branch.clock.advance(3 * MINUTE)
  expect([await sentTo('慕容今日'), await sentTo('慕容周三'), await sentTo('慕容昨日')]).toEqual([['生日快乐'], [], []])
  await branch.clock.advance(3 * 24 * HOUR)
  expect([await sentTo('慕容今日'), await sentTo('慕容周三'), await sentTo('慕容昨日')]).toEqual([['生日快乐'], ['生日快乐'], []])
})

test('a member who was greeted this year is not greeted again when the day is corrected afterwards', async () => {
  await imports(['慕容今日', '1946-11-22'])
  await untilSunday(10)
  expect(await sentTo('慕容今日')).toEqual(['生日快乐'])
  await amend(
    branch,
    'members',
    { branchId: 'branch-01', name: '慕容今日' },
    { birthday: { calendar: 'solar', year: 1946, month: 11, day: 23 } },
  )
  await replanned()
  await branch.clock.advance(24 * HOUR)
  expect(await sentTo('慕容今日')).toEqual(['生日快乐'])
})

test('who moves to another branch on their birthday keeps the greeting they had and is greeted next year', async () => {
  await bornOnSunday('m-08')
  await untilSunday(10)
  await amend(branch, 'members', { _id: 'm-08' }, { branchId: 'branch-02', groupId: null, path: '/district/changqing/branch-02/' })
  await replanned()
  await put(branch, 'celebration-plans', { _id: 'branch-02', due: 1, marks: 1, unknown: [] })
  await branch.clock.advance(25 * HOUR)
  expect(await stored(branch, 'messages', { memberId: 'm-08', kind: 'celebration' })).toHaveLength(1)
  const ahead = await stored(branch, 'celebrations', { memberId: 'm-08', kind: 'birthday' })
  expect(ahead.filter(row => row.due !== undefined).map(row => [row._id, row.branchId])).toEqual([['m-08:birthday:2027', 'branch-02']])
})

test('a corrected birthday is planned again, and planning twice changes nothing', async () => {
  await bornOnSunday('m-08')
  const ids = async () => (await stored(branch, 'celebrations', { memberId: 'm-08' })).map(one => [one._id, one.on])
  const first = await ids()
  await replanned()
  expect(await ids()).toEqual(first)
  await amend(branch, 'members', { _id: 'm-08' }, { birthday: { calendar: 'lunar', year: 1946, month: 10, day: 20 } })
  await replanned()
  expect((await ids()).filter(([id]) => id?.includes(':birthday:'))).toEqual([['m-08:birthday:L2026', '2026-11-28']])
  await amend(branch, 'members', { _id: 'm-08' }, { birthday: { calendar: 'lunar', year: 1946 } })
  await replanned()
  expect((await ids()).filter(([id]) => id?.includes(':birthday:'))).toEqual([])
  expect((await list('2026-11-21', '2026-11-22')).unknown).toEqual([{ memberId: 'm-08', name: expect.any(String) as string }])
})
