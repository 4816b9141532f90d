import { omit } from '../../../core/shared/fields'
import { good, put, stored } from '../support/attendance'
import { DAY, HOUR, MINUTE, startBranch, type Branch } from '../support/branch'
import { amend, refusal } from '../support/people'

let branch: Branch
beforeEach(async () => void (branch = await startBranch()))
afterEach(() => branch.close())

const orgId = 'branch-01'
const secretary = () => branch.as('demo-secretary')
const says = async (n: string, skills: readonly string[], more: object = {}) =>
  good(await branch.as(`demo-member-${n}`).calls('talent.set', { skills, ...more } as never))
const found = async (more: object = {}) => good(await secretary().calls('talent.find', { orgId, skill: '电工', ...more })).items
const ids = async (more: object = {}) => (await found(more)).map(one => one.memberId)
const told = async (openid: string) => good(await branch.as(openid).calls('inbox.list', {})).items.map(one => one.title)

test('who can mend a lamp is found by whatever it is called, on the day they have time, on their level', async () => {
  const { items } = good(await branch.as('demo-member-03').calls('talent.skills', {}))
  expect(items.find(one => one.code === 'appliance')).toMatchObject({
    name: '修电器',
    aliases: expect.arrayContaining(['电工']) as unknown,
  })
  await says('03', ['appliance'], { days: [1, 3], levels: ['city'], note: '干了四十年' })
  await says('05', ['appliance', 'calligraphy'])
  for (const skill of ['appliance', '修电器', '家电维修']) expect((await ids({ skill })).sort()).toEqual(['m-03', 'm-05'])
  expect((await ids({ day: 3 })).sort()).toEqual(['m-03', 'm-05'])
  expect(await ids({ day: 2 })).toEqual(['m-05'])
  expect(await ids({ level: 'city' })).toEqual(['m-03'])
  expect(await ids({ skill: '书法' })).toEqual(['m-05'])
  expect(await found({ level: 'city' })).toMatchObject([{ skills: ['appliance'], note: '干了四十年', days: [1, 3], stale: false }])
  expect(refusal(await secretary().calls('talent.find', { orgId, skill: '没有这样的' }))).toBe('INVALID_INPUT')
  expect(JSON.stringify(await found())).not.toMatch(/"1\d{10}"|phone/u)
  expect(await branch.operations('talent.find')).toBeLessThanOrEqual(4)
  // Who takes all of it back is found no more.
  await says('05', [])
  expect(await ids()).toEqual(['m-03'])
})

test('a bureau adds a skill that the list does not have; people say it, and are found by its everyday words', async () => {
  const bureau = branch.as('demo-bureau')
  const tea = { orgId: 'district', group: '文化', name: '茶艺', aliases: ['泡茶', '工夫茶'] }
  const { code } = good(await bureau.calls('talent.saveSkill', tea))
  expect(refusal(await secretary().calls('talent.saveSkill', { ...tea, orgId }))).toBe('FORBIDDEN')
  // A word has one meaning.
  expect(refusal(await bureau.calls('talent.saveSkill', { ...tea, name: '品茶', aliases: ['泡茶'] }))).toBe('INVALID_INPUT')
  expect(refusal(await bureau.calls('talent.saveSkill', { ...tea, name: '家电', aliases: ['电工'] }))).toBe('INVALID_INPUT')
  const offered = good(await branch.as('demo-member-03').calls('talent.skills', {})).items
  expect(offered.find(one => one.code === code)).toMatchObject({ name: '茶艺', aliases: ['泡茶', '工夫茶'] })
  await says('03', [code, 'calligraphy'])
  expect(await found({ skill: '泡茶' })).toMatchObject([{ memberId: 'm-03', names: ['茶艺', '书法'] }])
  expect(refusal(await branch.as('demo-member-04').calls('talent.set', { skills: ['no-such-skill'] }))).toBe('INVALID_INPUT')
  // A usual one is called by further words too.
  good(
    await bureau.calls('talent.saveSkill', { orgId: 'district', code: 'appliance', group: '手艺', name: '修电器', aliases: ['修收音机'] }),
  )
  await says('05', ['appliance'])
  expect(await ids({ skill: '修收音机' })).toEqual(['m-05'])
  // Changed in place, then not offered any more: who has it is still found and named.
  good(await bureau.calls('talent.saveSkill', { ...tea, code, aliases: ['泡茶', '茶道'], retired: true }))
  const list = good(await bureau.calls('talent.skillList', { orgId: 'district' }))
  expect(list.items.find(one => one.code === code)).toMatchObject({ from: 'here', own: ['泡茶', '茶道'], retired: true })
  expect(list.items.find(one => one.code === 'appliance')).toMatchObject({ from: 'usual', own: ['修收音机'] })
  expect(good(await branch.as('demo-member-06').calls('talent.skills', {})).items.map(one => one.code)).not.toContain(code)
  expect(await found({ skill: '茶道' })).toMatchObject([{ memberId: 'm-03', names: ['茶艺', '书法'] }])
})

test('the nearest stands first, who has not confirmed after the others, whose place is not known last; page by page', async () => {
  const here = { lng: 114.3, lat: 30.6 }
  const member = (n: number) => `m-${String(n).padStart(2, '0')}`
  const openid = (n: number) => `demo-member-${String(n).padStart(2, '0')}`
  for (const _id of ['m-43', 'm-44']) {
    await says(_id.slice(2), ['appliance'])
    const [row] = await stored(branch, 'talents', { _id })
    if (row) await put(branch, 'talents', { ...omit(row, 'spot'), _id: `${_id}-somewhere` })
    await says(_id.slice(2), [])
  }
  for (let n = 20; n < 43; n++) {
    await says(String(n), ['appliance'])
    const point = { lng: here.lng + (n - 19) / 1000, lat: here.lat }
    good(await branch.as(openid(n)).calls('helping.set', { kinds: [], point }))
  }
  await amend(branch, 'talents', { _id: 'm-20' }, { confirmedAt: branch.clock.now() - 400 * DAY })
  const first = good(await secretary().calls('talent.find', { orgId, skill: '电工', point: here }))
  const all = [...first.items]
  for (let cursor = first.cursor; cursor !== null;) {
    const next = good(await secretary().calls('talent.find', { orgId, skill: '电工', point: here, cursor }))
    all.push(...next.items)
    cursor = next.cursor
  }
  const nearer = Array.from({ length: 22 }, (_, nth) => member(21 + nth))
  expect(all.slice(0, 22).map(one => one.memberId)).toEqual(nearer.slice(0, 22))
  expect(all[22]).toMatchObject({ memberId: 'm-20', stale: true })
  expect(
    all
      .slice(23)
      .map(one => [one.memberId, one.metres])
      .sort(),
  ).toEqual([
    ['m-43-somewhere', undefined],
    ['m-44-somewhere', undefined],
  ])
  expect(all[0]?.metres).toBeGreaterThan(100)
})

test('a number never leaves before the person says yes, and closes when they take it back', async () => {
  await says('03', ['appliance'])
  const asked = async (openid: string, command: string) =>
    good(await branch.as(openid).calls('talent.ask', { memberId: 'm-03', what: '给活动室换灯' }, command)).askId
  const askId = await asked('demo-secretary', 'ask-01')
  expect(await asked('demo-secretary', 'ask-01')).toBe(askId)
  const ring = async (openid = 'demo-secretary') => branch.as(openid).calls('talent.phone', { askId })
  expect(refusal(await ring())).toBe('NOT_AGREED')
  expect(good(await secretary().calls('talent.asks', {})).items).toMatchObject([{ askId, state: 'waiting', what: '给活动室换灯' }])
  expect(await told('demo-member-03')).toEqual(expect.arrayContaining([expect.stringContaining('想请您帮个忙')]))
  const mine = good(await branch.as('demo-member-03').calls('talent.asked', {})).items
  expect(mine).toMatchObject([{ askId, state: 'waiting' }])
  expect(mine[0]?.orgName).not.toBe('')

  const answer = (openid: string, said: 'agreed' | 'declined', words = '') =>
    branch.as(openid).calls('talent.answer', { askId, answer: said, words })
  for (const openid of ['demo-member-04', 'demo-secretary', 'demo-family-01'])
    expect(refusal(await answer(openid, 'agreed'))).toBe('FORBIDDEN')
  expect(refusal(await ring())).toBe('NOT_AGREED')
  expect(good(await answer('demo-member-03', 'declined', '这周不在家'))).toEqual({ state: 'declined' })
  expect(refusal(await ring())).toBe('NOT_AGREED')
  for (let times = 0; times < 2; times++) good(await answer('demo-member-03', 'agreed', '周三可以'))
  // For the one who asked, and no other officer.
  expect(refusal(await ring('demo-street'))).toBe('NOT_AGREED')
  expect(refusal(await ring('demo-other-secretary'))).toBe('FORBIDDEN')
  const { phones } = good(await ring())
  expect(phones[0]).toMatch(/^1\d{10}$/u)
  expect(
    (await stored(branch, 'audit', { memberId: 'm-03' }))
      .filter(one => one.what === 'talent.phone')
      .map(one => [one.memberId, one.by.openid]),
  ).toEqual([['m-03', 'demo-secretary']])
  expect((await told('demo-secretary')).filter(one => one.includes('答应了') || one.includes('不方便')).length).toBe(2)

  good(await answer('demo-member-03', 'declined', '病了'))
  expect(refusal(await ring())).toBe('NOT_AGREED')
})

test('who is asked day after day is left in peace after three times', async () => {
  await says('03', ['appliance'])
  const asks = async (nth: number, memberId = 'm-03') =>
    refusal(await secretary().calls('talent.ask', { memberId, what: '换灯' }, `ask-${String(nth)}`))
  expect(await Promise.all([1, 2, 3].map(nth => asks(nth)))).toEqual(['done', 'done', 'done'])
  expect(await asks(4)).toBe('RATE_LIMITED')
  // The same again counts once, and is about the same person.
  expect(await asks(3)).toBe('done')
  await says('05', ['appliance'])
  expect(await asks(3, 'm-05')).toBe('NOT_FOUND')
  // Nor is a person asked who never said that they would.
  expect(refusal(await secretary().calls('talent.ask', { memberId: 'm-06', what: '换灯' }))).toBe('NOT_FOUND')
})

test('family says it for the elder; what the secretary says waits for the person, or is said with their word', async () => {
  good(await branch.as('demo-family-01').calls('talent.set', { skills: ['singing'], forMemberId: 'm-01' }))
  expect(await found({ skill: '合唱' })).toMatchObject([{ memberId: 'm-01', stale: false }])
  const { askId } = good(await secretary().calls('talent.ask', { memberId: 'm-01', what: '教一首歌' }))
  good(await branch.as('demo-family-01').calls('talent.answer', { askId, answer: 'agreed', forMemberId: 'm-01' }))
  good(await secretary().calls('talent.phone', { askId }))
  const say = (memberId: string, more: object = {}) => secretary().calls('talent.set', { memberId, skills: ['appliance'], ...more })
  good(await say('m-08'))
  good(await say('m-08'))
  good(await say('m-09', { agreed: true }))
  expect(await found()).toMatchObject([
    { memberId: 'm-09', stale: false },
    { memberId: 'm-08', stale: true, confirmedAt: null },
  ])
  expect((await told('demo-member-08')).filter(one => one.includes('登记了特长'))).toHaveLength(1)
  good(await branch.as('demo-member-08').calls('talent.confirm', {}))
  expect((await found()).every(one => !one.stale)).toBe(true)
  // Said once more by the secretary, what the person confirmed stands.
  good(await say('m-08'))
  expect((await found()).every(one => !one.stale)).toBe(true)
  expect(refusal(await branch.as('demo-other-secretary').calls('talent.set', { memberId: 'm-08', skills: [] }))).toBe('FORBIDDEN')
  expect(refusal(await branch.as('demo-member-03').calls('talent.get', { memberId: 'm-08' }))).toBe('FORBIDDEN')
})

test('once a year a person is asked whether it still holds, and says so by one tap', async () => {
  await says('03', ['appliance'])
  await says('05', ['appliance'])
  await amend(branch, 'talents', { _id: 'm-03' }, { confirmedAt: branch.clock.now() - 366 * DAY, askAt: branch.clock.now() })
  await branch.clock.advance(10 * MINUTE)
  const questions = async () => (await told('demo-member-03')).filter(one => one.includes('还愿意帮忙吗')).length
  expect(await questions()).toBe(1)
  expect(await told('demo-member-05')).not.toContain('您的特长，还愿意帮忙吗？')
  expect(await ids()).toEqual(['m-05', 'm-03'])
  await branch.clock.advance(DAY)
  expect(await questions()).toBe(1)
  good(await branch.as('demo-member-03').calls('talent.confirm', {}))
  expect((await found()).map(one => [one.memberId, one.stale])).toEqual([
    ['m-03', false],
    ['m-05', false],
  ])
})

test('people are found where they are now: renamed, in another branch, gone', async () => {
  for (const n of ['03', '05', '06']) await says(n, ['appliance'])
  const askId = good(await secretary().calls('talent.ask', { memberId: 'm-05', what: '换灯' })).askId
  good(await branch.as('demo-member-05').calls('talent.answer', { askId, answer: 'agreed' }))
  const { name } = (await found()).find(one => one.memberId === 'm-05') ?? { name: '' }
  good(
    await secretary().calls('aftercare.mark', {
      memberId: 'm-05',
      diedOn: '2026-11-20',
      toldBy: '女儿',
      nameEnd: name.slice(-1),
      bereavedIds: [],
    }),
  )
  expect((await ids()).sort()).toEqual(['m-03', 'm-06'])
  expect(refusal(await secretary().calls('talent.phone', { askId }))).toBe('NOT_AGREED')
  good(await secretary().calls('aftercare.undo', { memberId: 'm-05', reason: '弄错了' }))
  expect((await ids()).sort()).toEqual(['m-03', 'm-05', 'm-06'])
  const { transferId } = good(await secretary().calls('transfer.start', { memberId: 'm-03', toBranchId: 'branch-02', reason: '搬家' }))
  good(await branch.as('demo-other-secretary').calls('transfer.receive', { transferId }))
  await branch.clock.advance(2 * MINUTE)
  expect((await ids()).sort()).toEqual(['m-05', 'm-06'])
  const there = good(await branch.as('demo-other-secretary').calls('talent.find', { orgId: 'branch-02', skill: '电工' })).items
  expect(there).toMatchObject([{ memberId: 'm-03' }])
  good(await branch.as('demo-street').calls('org.merge', { orgId, intoOrgId: 'branch-02', on: '2026-11-20', reason: '合并' }))
  await branch.clock.advance(HOUR)
  const after = good(await branch.as('demo-other-secretary').calls('talent.find', { orgId: 'branch-02', skill: '电工' })).items
  expect(after.map(one => one.memberId).sort()).toEqual(['m-03', 'm-05', 'm-06'])
})

test('advisory groups are read 20 at a time, those of the organization itself first', async () => {
  const street = branch.as('demo-street')
  const advisoryId = good(await street.calls('advisory.save', { orgId: 'changqing', field: 'farming', memberIds: ['m-03'] })).advisoryId
  const [group] = await stored(branch, 'advisories', { _id: advisoryId })
  if (!group) throw new Error('there is a group')
  for (let n = 10; n < 35; n++)
    await put(branch, 'advisories', {
      ...group,
      _id: `below-${String(n)}`,
      orgId: `below-${String(n)}`,
      path: `${group.path}below-${String(n)}/`,
    })
  const list = async (cursor?: string) => good(await street.calls('advisory.list', { orgId: 'changqing', ...(cursor ? { cursor } : {}) }))
  const [first, second] = [await list(), await list((await list()).cursor ?? '')]
  expect([first.items.length, first.items[0]?.orgId, second.cursor]).toEqual([20, 'changqing', null])
  const all = await stored(branch, 'advisories', { path: { $gte: group.path, $lt: `${group.path}z` } })
  expect([...first.items, ...second.items].map(one => one.advisoryId).sort()).toEqual(all.map(one => one._id).sort())
})

test('an advisory group keeps what it advised and what came of it; its people hear', async () => {
  const street = branch.as('demo-street')
  const save = async (memberIds: string[]) =>
    good(await street.calls('advisory.save', { orgId: 'changqing', field: 'farming', memberIds })).advisoryId
  const advisoryId = await save(['m-03', 'm-05'])
  expect(await save(['m-03', 'm-05', 'm-06'])).toBe(advisoryId)
  expect(refusal(await street.calls('advisory.save', { orgId, field: 'party', memberIds: ['n-11'] }))).toBe('INVALID_INPUT')
  const { items: groups } = good(await street.calls('advisory.list', { orgId: 'changqing' }))
  expect(groups.find(one => one.advisoryId === advisoryId)).toMatchObject({
    field: 'farming',
    members: [{ memberId: 'm-03' }, { memberId: 'm-05' }, { memberId: 'm-06' }],
  })
  const said = { advisoryId, text: '湖边的菜地改种莲藕', on: '2026-11-20', unit: '常青街道农办', memberIds: ['m-03'] }
  const { adviceId } = good(await branch.as('demo-member-03').calls('advisory.advise', said, 'advise-01'))
  expect(good(await branch.as('demo-member-03').calls('advisory.advise', said, 'advise-01')).adviceId).toBe(adviceId)
  expect(refusal(await branch.as('demo-member-10').calls('advisory.advise', said))).toBe('FORBIDDEN')
  expect(refusal(await branch.as('demo-member-10').calls('advisory.get', { advisoryId }))).toBe('FORBIDDEN')
  const came = (verdict: 'adopted' | 'noted', words: string) => street.calls('advisory.outcome', { advisoryId, adviceId, verdict, words })
  for (let times = 0; times < 2; times++) good(await came('noted', '先看看土质'))
  good(await came('adopted', '明年开春改种'))
  const { items, may } = good(await branch.as('demo-member-05').calls('advisory.get', { advisoryId }))
  expect([items, may]).toMatchObject([
    [{ adviceId, members: [{ memberId: 'm-03' }], came: { verdict: 'adopted', words: '明年开春改种' } }],
    ['advise'],
  ])
  expect((await told('demo-member-03')).filter(one => one.startsWith('您的建议'))).toHaveLength(2)
  expect((await stored(branch, 'advices', { _id: adviceId }))[0]?.history).toHaveLength(1)
  expect(good(await branch.as('demo-member-05').calls('talent.get', {})).advisories).toMatchObject([{ advisoryId, field: 'farming' }])
})
