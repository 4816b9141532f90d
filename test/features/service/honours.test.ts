import { good, put, stored } from '../support/attendance'
import { HOUR, MINUTE, startBranch, type Branch } from '../support/branch'
import { refusal } from '../support/people'

/** Without those that the demo has. */
const fresh = <T extends { honourId: string }>(items: readonly T[]): T[] => items.filter(one => !one.honourId.startsWith('demo-'))

let branch: Branch
beforeEach(async () => void (branch = await startBranch()))
afterEach(() => branch.close())

const orgId = 'branch-01'
const secretary = () => branch.as('demo-secretary')
const honour = { orgId, memberId: 'm-03', title: '服务明星', on: '2026-11-20', reason: '一年没有落下一次值班' }
const grants = (more: object = {}, command = 'grant-01', openid = 'demo-secretary') =>
  branch.as(openid).calls('honour.grant', { ...honour, ...more }, command)
const mine = async (openid = 'demo-member-03') => fresh(good(await branch.as(openid).calls('honour.list', {})).items)
const opened = async (code: string | undefined) => branch.as('demo-stranger').calls('honour.open', { code: code ?? 'x'.repeat(20) })
const told = async (openid: string) => good(await branch.as(openid).calls('inbox.list', {})).items.map(one => one.title)

test('is granted once whatever the taps, told to the person, and proved to anyone by its code without the whole name', async () => {
  const ids = await Promise.all([grants(), grants(), grants({}, 'grant-02'), grants({}, 'grant-03')])
  expect(new Set(ids.map(one => good(one).honourId)).size).toBe(1)
  const [own, ...others] = await mine()
  expect(others).toEqual([])
  expect(own).toMatchObject({ title: '服务明星', reason: honour.reason, state: 'stands', may: [] })
  expect((await told('demo-member-03')).filter(one => one.includes('祝贺'))).toEqual(['祝贺您，服务明星！'])
  const shown = good(await opened(own?.code))
  expect(shown).toMatchObject({ title: '服务明星', on: '2026-11-20', state: 'stands' })
  expect(shown.maskedName).toMatch(/^.\*+$/u)
  expect(JSON.stringify(shown)).not.toContain(own?.name)
  expect(refusal(await opened(undefined))).toBe('NOT_FOUND')
})

test('withdrawn, its code says so, it leaves the wall and stays in the history; it may be granted again', async () => {
  const { honourId } = good(await grants())
  const wall = async (openid = 'demo-member-10') => fresh(good(await branch.as(openid).calls('honour.wall', { orgId, year: 2026 })).items)
  expect(await wall()).toMatchObject([{ honourId, name: expect.any(String) as unknown }])
  for (let times = 0; times < 2; times++) good(await secretary().calls('honour.withdraw', { honourId, reason: '登记错了人' }))
  const [own] = await mine()
  expect(own).toMatchObject({ state: 'withdrawn', withdrawn: { reason: '登记错了人' } })
  expect(good(await opened(own?.code))).toMatchObject({ state: 'withdrawn', withdrawnOn: '2026-11-21' })
  expect(await wall()).toEqual([])
  // The officers' list keeps it; that of a member of the branch shows what stands.
  expect(fresh(good(await secretary().calls('honour.list', { orgId })).items)).toMatchObject([{ honourId, state: 'withdrawn' }])
  expect(fresh(good(await branch.as('demo-member-10').calls('honour.list', { orgId })).items)).toEqual([])
  expect((await told('demo-member-03')).filter(one => one.includes('收回'))).toHaveLength(1)
  // Sent again, the first command grants nothing new; another one does.
  expect(good(await grants()).honourId).toBe(honourId)
  expect(await wall()).toEqual([])
  const again = good(await grants({}, 'grant-09')).honourId
  expect(again).not.toBe(honourId)
  expect((await mine()).map(one => one.state).sort()).toEqual(['stands', 'withdrawn'])
})

test('is granted by officers over the person alone, and withdrawn by those over the one that granted it', async () => {
  expect(refusal(await grants({}, 'grant-1a', 'demo-other-secretary'))).toBe('FORBIDDEN')
  expect(refusal(await grants({ memberId: 'n-11' }, 'grant-1b'))).toBe('NOT_FOUND')
  expect(refusal(await grants({ on: '2026-12-01' }, 'grant-1c'))).toBe('INVALID_INPUT')
  const { honourId } = good(await grants({ orgId: 'changqing', title: '文明督导' }, 'grant-1d', 'demo-street'))
  // The street's honour stands on the branch's wall, and is not its secretary's to take back.
  expect(fresh(good(await secretary().calls('honour.list', { orgId })).items)).toMatchObject([{ honourId, title: '文明督导', may: [] }])
  expect(refusal(await secretary().calls('honour.withdraw', { honourId, reason: '不该' }))).toBe('FORBIDDEN')
  expect(refusal(await branch.as('demo-other-member').calls('honour.wall', { orgId, year: 2026 }))).toBe('FORBIDDEN')
  expect(refusal(await branch.as('demo-member-10').calls('honour.list', { memberId: 'm-03' }))).toBe('FORBIDDEN')
  expect(fresh(good(await secretary().calls('honour.list', { memberId: 'm-03' })).items)).toHaveLength(1)
  expect(await branch.operations('honour.list')).toBeLessThanOrEqual(4)
})

test('a face stands on the wall only where its owner shows it to everybody', async () => {
  good(await grants())
  const face = async () => fresh(good(await branch.as('demo-member-10').calls('honour.wall', { orgId, year: 2026 })).items)[0]?.photoFileId
  expect(await face()).toBeUndefined()
  const photoFileId = await branch.upload('照片.jpg', Buffer.from('a face'))
  const card = { name: '老沈', helps: ['talk' as const], words: '', reach: 'branch' as const }
  good(await branch.as('demo-member-03').calls('publicCard.publish', { ...card, photoFileId }))
  expect(await face()).toBe(photoFileId)
  good(await branch.as('demo-member-03').calls('publicCard.withdraw', {}))
  expect(await face()).toBeUndefined()
})

test('a volunteer whose hours reach a hundred is proposed by itself, granted by a tap, or passed over', async () => {
  const serve = async (memberId: string, hours: number) => {
    const row = {
      _id: `post-x:s1:${memberId}`,
      postId: 'post-x',
      shiftId: 's1',
      memberId,
      kind: '邻里帮',
      title: '值班',
      startsAt: branch.clock.now() - HOUR,
    }
    await put(branch, 'services', { ...row, state: 'served', minutes: hours * 60, by: { openid: '', memberId: null, name: '' } })
    await put(branch, 'honour-proposals', {
      _id: memberId,
      name: '',
      scopes: [],
      minutes: 0,
      open: 0,
      answered: [],
      due: branch.clock.now(),
      marks: 1,
    })
  }
  await serve('m-03', 101)
  await serve('m-05', 99)
  await serve('m-06', 700)
  await branch.clock.advance(2 * MINUTE)
  const proposed = async () =>
    good(await secretary().calls('honour.proposals', { orgId }))
      .items.filter(one => one.memberId !== 'm-13')
      .map(one => [one.memberId, one.hours])
  expect(await proposed()).toEqual([
    ['m-06', 600],
    ['m-03', 100],
  ])
  expect((await told('demo-secretary')).filter(one => one.includes('服务满'))).toHaveLength(2)
  good(await grants({ title: '服务满100小时', hours: 100 }))
  good(await secretary().calls('honour.pass', { orgId, memberId: 'm-06', hours: 600 }))
  await branch.clock.advance(2 * MINUTE)
  expect(await proposed()).toEqual([])
  expect(await mine()).toMatchObject([{ title: '服务满100小时' }])
  expect((await stored(branch, 'honour-proposals', { _id: 'm-03' }))[0]).toMatchObject({ answered: [100], minutes: 101 * 60 })
})

test('stays when the person departs and when its branch goes over to another', async () => {
  const { honourId } = good(await grants())
  const [own] = await mine()
  good(
    await secretary().calls('aftercare.mark', {
      memberId: 'm-03',
      diedOn: '2026-11-20',
      toldBy: '女儿',
      nameEnd: own?.name.slice(-1) ?? '',
      bereavedIds: [],
    }),
  )
  expect(good(await opened(own?.code))).toMatchObject({ state: 'stands' })
  good(await branch.as('demo-street').calls('org.merge', { orgId, intoOrgId: 'branch-02', on: '2026-11-20', reason: '合并' }))
  const there = fresh(good(await branch.as('demo-other-secretary').calls('honour.list', { orgId: 'branch-02' })).items)
  expect(there).toMatchObject([{ honourId, orgId, may: ['withdraw'] }])
})
