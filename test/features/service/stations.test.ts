import { good, stored } from '../support/attendance'
import { DAY, HOUR, MINUTE, startBranch, type Branch } from '../support/branch'
import { refusal } from '../support/people'
import { HALL, publishMonth, stationWith } from '../support/stations'

let branch: Branch
beforeEach(async () => void (branch = await startBranch()))
afterEach(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const team = ['m-03', 'm-04', 'm-05', 'm-06']
const openids = (memberId: string) => memberId.replace('m-', 'demo-member-')
const seen = async (stationId: string, openid = 'demo-member-30') => good(await branch.as(openid).calls('station.get', { stationId }))
const inboxOf = async (openid: string) => good(await branch.as(openid).calls('inbox.list', {})).items
const gapsOf = async () => good(await secretary().calls('station.gaps', { orgId: 'branch-01' })).items
const rosterOf = async (stationId: string, month: string) => good(await secretary().calls('station.roster', { stationId, month }))
const died = async (memberId: string, diedOn: string) => {
  const [member] = await stored(branch, 'members', { _id: memberId })
  const marking = { memberId, diedOn, toldBy: '女儿', nameEnd: Array.from(member?.name ?? '').at(-1) ?? '', bereavedIds: [] }
  good(await secretary().calls('aftercare.mark', marking))
}
/** The timer's next minutes. */
const minutes = () => branch.clock.advance(3 * MINUTE)

test('every day of a month has a person on duty, shared fairly, and each of them is told once', async () => {
  const stationId = await stationWith(branch, team)
  const { wanted, assigned, leftOut, gaps } = await publishMonth(branch, stationId, '2026-12')
  expect([wanted.length, assigned, leftOut, gaps]).toEqual([31, 31, [], []])
  const times = team.map(id => wanted.filter(day => day.memberIds.includes(id)).length)
  expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1)
  const { days, published } = await rosterOf(stationId, '2026-12')
  expect([published, days.every(day => day.people.length === 1 && day.short === 0)]).toEqual([true, true])
  await minutes()
  const told = (await inboxOf('demo-member-03')).filter(one => one.kind === 'duty')
  expect(told.map(one => one.title)).toEqual(['请您值班：湖滨服务站'])
  // The same again finds nothing left to do.
  const { people: loads, days: open } = good(await secretary().calls('station.plan', { stationId, month: '2026-12' }))
  expect(open.every(day => day.proposed.length === 0 && day.short === 0)).toBe(true)
  expect(loads.map(one => one.before).sort()).toEqual(times.sort())
})

test('a roster asks no one who is away, dead or on duty elsewhere; what is chosen all the same is left out with the reason', async () => {
  good(await secretary().calls('mobile.set', { memberId: 'm-03', from: '2026-12-01', until: '2026-12-20', where: '深圳', reach: '电话' }))
  const stationId = await stationWith(branch, team)
  const other = await stationWith(branch, team, { kind: 'point', name: '东门服务点' })
  const publish = (id: string, days: { date: string; memberIds: string[] }[]) =>
    secretary().calls('station.publish', { stationId: id, month: '2026-12', days })
  good(await publish(other, [{ date: '2026-12-02', memberIds: ['m-04'] }]))
  await died('m-06', '2026-11-20')
  const { days } = good(await secretary().calls('station.plan', { stationId, month: '2026-12' }))
  const asked = (date: string) => days.find(one => one.date === date)?.proposed.map(one => one.memberId) ?? []
  expect(days.flatMap(one => one.proposed.map(each => each.memberId))).not.toContain('m-06')
  expect(asked('2026-12-02')).toEqual(['m-05'])
  expect(days.filter(one => one.date <= '2026-12-20').flatMap(one => one.proposed.map(each => each.memberId))).not.toContain('m-03')
  const { assigned, leftOut } = good(
    await publish(stationId, [
      { date: '2026-12-02', memberIds: ['m-04'] },
      { date: '2026-12-03', memberIds: ['m-03'] },
      { date: '2026-12-04', memberIds: ['m-06'] },
      { date: '2026-12-05', memberIds: ['m-04', 'm-05'] },
    ]),
  )
  expect([assigned, leftOut.map(one => [one.date, one.memberId, one.why])]).toEqual([
    1,
    [
      ['2026-12-02', 'm-04', 'busy'],
      ['2026-12-03', 'm-03', 'away'],
      ['2026-12-04', 'm-06', 'gone'],
      ['2026-12-05', 'm-05', 'full'],
    ],
  ])
})

test('a day without people is flagged a week ahead, and no more once it has its people', async () => {
  const stationId = await stationWith(branch, team, { closedOn: ['2026-11-24'] })
  await minutes()
  expect((await gapsOf())[0]?.gaps.map(one => one.date)).toEqual([
    ...['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-25', '2026-11-26', '2026-11-27'],
  ])
  expect((await inboxOf('demo-secretary')).filter(one => one.kind === 'duty-desk').map(one => one.title)).toEqual(['没人值班：湖滨服务站'])
  await publishMonth(branch, stationId, '2026-11')
  // Today has begun; no one can be found for it any more.
  expect((await gapsOf())[0]?.gaps.map(one => one.date)).toEqual(['2026-11-21'])
  await minutes()
  await branch.clock.pass(DAY)
  await branch.clock.advance(DAY)
  expect(await gapsOf()).toEqual([])

  // One of them dies: their days are open again at once, and the officer hears of those that are near.
  const { days } = await rosterOf(stationId, '2026-11')
  const next = days.find(one => one.date === '2026-11-26')?.people[0]?.memberId ?? ''
  await died(next, '2026-11-22')
  await minutes()
  expect((await gapsOf())[0]?.gaps.map(one => one.date)).toContain('2026-11-26')
  expect((await inboxOf('demo-secretary')).filter(one => one.kind === 'duty-desk')).toHaveLength(2)
})

test('a day on which it stays closed is said on its page and on the card, and those who were on duty then are told once', async () => {
  const stationId = await stationWith(branch, team)
  await publishMonth(branch, stationId, '2026-11')
  const { days } = await rosterOf(stationId, '2026-11')
  const onDuty = days.find(one => one.date === '2026-11-25')?.people[0]?.memberId ?? ''
  const { orgId, kind, name, point, address, hours, teams } = await seen(stationId)
  const closing = { stationId, orgId, kind, name, point, address, hours, teamIds: teams.map(one => one.teamId) }
  for (let times = 0; times < 2; times++)
    good(await secretary().calls('station.save', { ...closing, closedOn: ['2026-11-25', '2026-11-26', '2027-01-01'] }))
  const page = await seen(stationId)
  expect([page.closedSoon, page.coming.map(one => one.date)]).toEqual([
    ['2026-11-25', '2026-11-26'],
    expect.not.arrayContaining(['2026-11-25', '2026-11-26']),
  ])
  const off = (await inboxOf(openids(onDuty))).filter(one => one.title.startsWith('值班取消') && one.text.includes('11月25日'))
  expect(off.map(one => one.text)).toEqual([expect.stringContaining('这一天不开门')])
  const items = good(await branch.as('demo-member-30').calls('station.near', { point: HALL })).items
  expect(items.find(one => one.stationId === stationId)?.closedSoon).toEqual(['2026-11-25', '2026-11-26'])
  await branch.clock.pass(3 * DAY)
  await branch.clock.advance(DAY)
  expect(await seen(stationId)).toMatchObject({ open: false })
  expect((await gapsOf()).flatMap(one => (one.stationId === stationId ? one.gaps : [])).map(one => one.date)).not.toContain('2026-11-26')
  // Opened after all, the day lacks people again and can be filled.
  good(await secretary().calls('station.save', { ...closing, closedOn: [] }))
  const again = await publishMonth(branch, stationId, '2026-11')
  expect(again.wanted.find(one => one.date === '2026-11-26')?.memberIds).toHaveLength(1)
})

test('a team that only keeps a station is called for no help, and stands on no card', async () => {
  good(await secretary().calls('team.save', { orgId: 'branch-01', name: '政治宣传队', kinds: [], memberIds: team }))
  const listed = good(await secretary().calls('team.list', { orgId: 'branch-01' })).items
  expect(listed.find(one => one.name === '政治宣传队')?.kinds).toEqual([])
  const card = good(await branch.as('demo-member-01').calls('card.get', {}))
  expect(card.teams.map(one => one.name)).not.toContain('政治宣传队')
})

test('who cannot come gives the day back, swaps or is replaced as with any post; the free day is there for the others', async () => {
  const stationId = await stationWith(branch, team)
  good(await secretary().calls('station.publish', { stationId, month: '2026-11', days: [{ date: '2026-11-25', memberIds: ['m-03'] }] }))
  const [mine] = (await seen(stationId, 'demo-member-03')).mine
  const shift = { postId: mine?.postId ?? '', shiftId: mine?.shiftId ?? '' }
  // By name to a neighbour, who takes it over.
  good(await branch.as('demo-member-03').calls('post.offer', { ...shift, toMemberId: 'm-05' }))
  good(await branch.as('demo-member-05').calls('post.takeOver', { ...shift, fromMemberId: 'm-03' }))
  expect((await seen(stationId)).coming.find(one => one.date === '2026-11-25')?.people.map(one => one.name)).toHaveLength(1)
  expect((await seen(stationId, 'demo-member-05')).mine.map(one => one.date)).toEqual(['2026-11-25'])
  good(await branch.as('demo-member-05').calls('post.withdraw', shift))
  // Any of the branch may step in; family for an elder too.
  expect((await seen(stationId, 'demo-member-30')).free.map(one => one.date)).toContain('2026-11-25')
  good(await branch.as('demo-family-01').calls('post.claim', { ...shift, forMemberId: 'm-01' }))
  expect((await seen(stationId, 'demo-member-01')).mine.map(one => one.date)).toEqual(['2026-11-25'])
  expect(refusal(await branch.as('demo-other-member').calls('post.claim', shift))).toBe('NOT_INVITED')
  // Those without a phone are taken off by the officer, who tells them.
  for (let times = 0; times < 2; times++)
    good(await secretary().calls('station.release', { stationId, date: '2026-11-25', memberId: 'm-01', reason: '家里有事' }))
  expect((await inboxOf('demo-member-01')).filter(one => one.title.startsWith('值班取消'))).toHaveLength(1)
  expect((await rosterOf(stationId, '2026-11')).days.find(one => one.date === '2026-11-25')?.people).toEqual([])
})

test('people are reminded the day before, sign in at its door, and what they served is credited once', async () => {
  const stationId = await stationWith(branch, team)
  good(await secretary().calls('station.publish', { stationId, month: '2026-11', days: [{ date: '2026-11-23', memberIds: ['m-03'] }] }))
  await branch.clock.advance(DAY + HOUR)
  expect((await inboxOf('demo-member-03')).map(one => one.title)).toContain('明天您值班：湖滨服务站')
  await branch.clock.advance(DAY - HOUR)
  const { mine, coming } = await seen(stationId, 'demo-member-03')
  expect(coming[0]?.people).toMatchObject([{ there: false }])
  const { postId, shiftId } = mine[0] ?? { postId: '', shiftId: '' }
  const signIn = (point: { lng: number; lat: number }) => branch.as('demo-member-03').calls('post.signIn', { postId, shiftId, point })
  expect(refusal(await signIn({ lng: 114.3, lat: 30.6402 }))).toBe('SIGNIN_TOO_FAR')
  for (let times = 0; times < 2; times++) good(await signIn(HALL))
  expect((await seen(stationId)).coming[0]?.people).toMatchObject([{ there: true }])
  // They forget to sign out: by the next morning it is credited until the end, eight hours from nine to five.
  await branch.clock.advance(DAY + HOUR)
  await branch.clock.advance(DAY)
  const { minutes: credited, times } = good(await branch.as('demo-member-03').calls('volunteer.mine', {}))
  expect([credited, times]).toEqual([8 * 60, 1])
  const day = (await rosterOf(stationId, '2026-11')).days.find(one => one.date === '2026-11-23')
  expect(day?.people).toMatchObject([{ memberId: 'm-03', service: 'served', minutes: 8 * 60 }])
  // The officer puts right what was not signed.
  const put = { stationId, date: '2026-11-23', memberId: 'm-03', state: 'none' as const, reason: '那天停电没有开门' }
  good(await secretary().calls('station.resolve', put))
  expect(good(await branch.as('demo-member-03').calls('volunteer.mine', {})).minutes).toBe(0)
})

test('the nearest that is open now comes first, from where one stands or from home', async () => {
  const near = await stationWith(branch, team, { name: '近处的点', kind: 'point', hours: { from: '13:00', to: '17:00' } })
  const far = await stationWith(branch, team, { name: '远处的站', point: { lng: HALL.lng + 0.02, lat: HALL.lat } })
  await stationWith(branch, team, { name: '外地的点', point: { lng: 121.47, lat: 31.23 } })
  const around = async (point?: { lng: number; lat: number }) =>
    // The street has stations of its own.
    good(await branch.as('demo-member-30').calls('station.near', point ? { point } : {})).items.filter(one => one.orgId === 'branch-01')
  expect((await around(HALL)).map(one => [one.stationId, one.open])).toEqual([
    [far, true],
    [near, false],
  ])
  expect((await around(HALL))[0]?.metres).toBeGreaterThan(1900)
  await branch.clock.advance(5 * HOUR, 0)
  expect((await around(HALL)).map(one => one.stationId)).toEqual([near, far])
  // Without saying where one is, from home.
  expect((await around()).map(one => one.name).sort()).toEqual(['近处的点', '远处的站'].sort())
  expect(await branch.roundTrips('station.near')).toBeLessThanOrEqual(2)
  expect(refusal(await branch.as('demo-stranger').calls('station.near', {}))).toBe('UNAUTHENTICATED')
})

test('the code at its door opens its page; a word left there reaches those who run it, and their answer comes back', async () => {
  const stationId = await stationWith(branch, team)
  const { code: picture } = good(await secretary().calls('station.print', { stationId }))
  expect(picture.length).toBeGreaterThan(100)
  const code = (await stored(branch, 'stations', { _id: stationId }))[0]?.code ?? ''
  const opened = good(await branch.as('demo-other-member').calls('station.open', { code }))
  expect([opened.stationId, opened.may]).toEqual([stationId, []])
  expect(refusal(await branch.as('demo-member-30').calls('station.open', { code: 'nosuchcode' }))).toBe('NOT_FOUND')

  const says = () => branch.as('demo-family-01').calls('station.word', { stationId, text: '血压计不准了', forMemberId: 'm-01' }, 'word-01')
  const { wordId } = good(await says())
  expect(good(await says()).wordId).toBe(wordId)
  const listed = async (answered: boolean) => good(await secretary().calls('station.words', { orgId: 'branch-01', answered })).items
  expect(await listed(false)).toMatchObject([{ wordId, text: '血压计不准了', answered: null }])
  expect(refusal(await branch.as('demo-other-secretary').calls('station.answer', { wordId, text: '好' }))).toBe('FORBIDDEN')
  good(await branch.as('demo-street').calls('station.answer', { wordId, text: '明天换新的' }))
  expect(refusal(await secretary().calls('station.answer', { wordId, text: '换过了' }))).toBe('CONFLICT')
  expect([await listed(false), (await listed(true)).length]).toEqual([[], 1])
  expect((await inboxOf('demo-member-01')).map(one => one.text)).toContainEqual(expect.stringContaining('明天换新的'))
})

test('a station that closes calls its duty off, tells those who were to come, and is found no more', async () => {
  const stationId = await stationWith(branch, team)
  const { wanted } = await publishMonth(branch, stationId, '2026-12')
  const first = wanted[0]?.memberIds[0] ?? ''
  for (let times = 0; times < 2; times++) good(await secretary().calls('station.close', { stationId, reason: '房子要修' }))
  expect((await inboxOf(openids(first))).filter(one => one.title.startsWith('值班取消')).length).toBeGreaterThan(0)
  const near = good(await branch.as('demo-member-30').calls('station.near', { point: HALL })).items
  expect(near.map(one => one.stationId)).not.toContain(stationId)
  expect(await gapsOf()).toEqual([])
  // Their time is free again.
  await branch.clock.advance(2 * MINUTE)
  const other = await stationWith(branch, team)
  expect(good(await secretary().calls('station.publish', { stationId: other, month: '2026-12', days: [{ date: '2026-12-01', memberIds: [first] }] })).assigned).toBe(1) // prettier-ignore
})
