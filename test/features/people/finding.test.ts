import { good, stored } from '../support/attendance'
import { startBranch, type Branch } from '../support/branch'

let branch: Branch
beforeAll(async () => void (branch = await startBranch()))
afterAll(() => branch.close())

const street = () => branch.as('demo-street')
const bureau = () => branch.as('demo-bureau')
const find = (words: string, orgId = 'changqing', who = street()) => who.calls('person.find', { orgId, words })
const idsOf = async (words: string) => good(await find(words)).items.map(one => one.memberId)
const memberOf = async (id: string) => (await stored(branch, 'members', { _id: id }))[0]

test('a street finds anybody by name, by initials, by pinyin and by the last digits, and sees whose they are', async () => {
  const elder = await memberOf('m-04')
  const [surname = ''] = elder?.name ?? ''
  const initials = (elder?.reading ?? '')
    .split(' ')
    .map(one => one.charAt(0))
    .join('')
  const last = elder?.phones[0]?.slice(-4) ?? ''
  for (const words of [elder?.name ?? '', initials, elder?.reading ?? '', last, ` ${last.slice(0, 2)} ${last.slice(2)}`])
    expect(await idsOf(words)).toContain('m-04')
  expect((await idsOf(surname)).length).toBeGreaterThan(0)
  const [item] = good(await find(elder?.phones[0] ?? '')).items
  expect(item).toMatchObject({
    memberId: 'm-04',
    branchName: '常青花园离退休干部党支部',
  })
  expect(item?.maskedPhone).toMatch(/^\d{3}\*{4}\d{4}$/)
  expect(await idsOf('144')).toEqual([])
})

test('only people below one’s own office are found, and only by officers', async () => {
  const officer = await memberOf('s-01')
  expect(good(await find(officer?.name ?? '', 'district', bureau())).items.map(one => one.memberId)).toContain('s-01')
  expect(await idsOf(officer?.name ?? '')).not.toContain('s-01')
  expect(await find('shen', 'district')).toMatchObject({ code: 'FORBIDDEN' })
  for (const openid of ['demo-secretary', 'demo-member-01', 'demo-stranger'])
    expect(await find('shen', 'branch-01', branch.as(openid))).toMatchObject({ ok: false })
})

test('a long answer comes page by page, each person once, by one query', async () => {
  const seen: string[] = []
  const read = async (cursor?: string): Promise<void> => {
    const page = good(await bureau().calls('person.find', { orgId: 'district', words: 's', ...(cursor === undefined ? {} : { cursor }) }))
    expect(page.items.length).toBeLessThanOrEqual(20)
    seen.push(...page.items.map(one => one.memberId))
    if (page.cursor !== null) await read(page.cursor)
  }
  await read()
  const all = await stored(branch, 'members', { findKeys: 's', state: 'active' })
  expect([...seen].sort()).toEqual(all.map(one => one._id).sort())
  expect(new Set(seen).size).toBe(seen.length)
  expect(await branch.roundTrips('person.find')).toBeLessThanOrEqual(2)
})

test('a changed number is found at once, the former no more, though neither opens a door', async () => {
  good(await branch.as('demo-secretary').calls('roster.change', { memberId: 'm-05', phones: ['13600007788'] }))
  expect(await idsOf('7788')).toEqual(['m-05'])
  expect((await memberOf('m-05'))?.doors).not.toContain('13600007788')
  good(await branch.as('demo-member-06').calls('me.correct', { phones: ['13600009911'] }))
  expect(await idsOf('00009911')).toEqual(['m-06'])
})

test('who opens a person sees what there is of them, their number masked, and leaves a trace; the number leaves another', async () => {
  const seen = good(await street().calls('person.get', { memberId: 'm-37' }))
  expect(seen).toMatchObject({ memberId: 'm-37', places: [{ orgId: 'district' }, { orgId: 'changqing' }, { orgId: 'branch-01' }, {}] })
  expect(seen.facts.map(one => one.kind)).toEqual(expect.arrayContaining(['helper', 'visit']))
  expect(JSON.stringify(seen)).not.toContain((await memberOf('m-37'))?.phones[0])
  expect(good(await street().calls('person.phone', { memberId: 'm-37' })).phones).toEqual((await memberOf('m-37'))?.phones)
  const rows = await stored(branch, 'audit', { memberId: 'm-37' })
  expect(rows.map(one => one.what)).toEqual(expect.arrayContaining(['person.seen', 'person.phone']))
  expect(await branch.as('demo-street').calls('person.get', { memberId: 's-02' })).toMatchObject({ code: 'FORBIDDEN' })
})

test('a person who died is found no more', async () => {
  const name = (await memberOf('m-08'))?.name ?? ''
  good(
    await branch
      .as('demo-secretary')
      .calls('aftercare.mark', { memberId: 'm-08', diedOn: '2026-11-20', toldBy: '女儿', nameEnd: name.slice(-1), bereavedIds: [] }),
  )
  expect(await idsOf(name)).not.toContain('m-08')
  expect(await street().calls('person.get', { memberId: 'm-08' })).toMatchObject({ code: 'NOT_FOUND' })
})

test('a search that is typed again and again for minutes is told to rest', async () => {
  const tries = await Promise.all(Array.from({ length: 160 }, () => find('zhou', 'district', bureau())))
  expect(tries.filter(one => !one.ok && one.code === 'RATE_LIMITED').length).toBeGreaterThan(0)
})
