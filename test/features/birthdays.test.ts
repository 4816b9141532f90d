import { good, stored } from './support/attendance'
import { HOUR, MINUTE, startBranch, type Branch } from './support/branch'
import { amend, refusal } from './support/people'

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
/** Gives member n a birthday on Sunday 22 November, and has the timer plan the branch by an import of nobody. */
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
  // Nobody else opens it.
  expect(good(await branch.as('demo-member-02').calls('birthday.greeting', { celebrationId })).card).toBeNull()
  // It stays on the list as kept; the next one is a year away.
  expect((await list('2026-11-22', '2026-11-22')).items).toMatchObject([{ memberId: 'm-01', greeted: true }])
  expect((await list('2027-11-22', '2027-11-22')).items).toMatchObject([{ memberId: 'm-01', greeted: false, years: 81 }])
})

test('nobody greets the dead, and a house of mourning gets a plain card', async () => {
  await bornOnSunday('m-03')
  await bornOnSunday('m-06', { bereaved: [{ deadId: 'm-03', until: '2027-05-01' }] })
  await amend(branch, 'members', { _id: 'm-03' }, { state: 'dead' })
  await untilSunday(9)
  expect(await stored(branch, 'messages', { kind: 'celebration', memberId: 'm-03' })).toEqual([])
  const [plain] = await greetingsOf('demo-member-06')
  expect(plain?.title).toBe('今天是您的生日')
  expect(plain?.text).not.toMatch(/快乐|祝/u)
})

test('a timer that comes to it only in the evening lays the card in the inbox and rings nobody', async () => {
  await bornOnSunday('m-01')
  await branch.accept('demo-member-01', ['tpl-celebration'])
  const sundayEvening = Date.parse('2026-11-22T20:30:00+08:00')
  await amend(branch, 'celebrations', { _id: 'm-01:birthday:2026' }, { due: sundayEvening })
  await untilSunday(21)
  expect(await greetingsOf('demo-member-01')).toHaveLength(1)
  expect((await branch.outbox()).filter(one => one.template === 'tpl-celebration')).toEqual([])
})

test('who corrects a birthday is planned anew, and planning twice changes nothing', async () => {
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
