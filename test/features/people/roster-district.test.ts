import { districtRows } from '../../../config/demo/district-roster'
import { person } from '../../../config/demo/people'
import { readWorkbook } from '../../../cloudfunctions/spreadsheets/read'
import type { Cell } from '../../../core/people/roster/cells'
import { good, put, stored } from '../support/attendance'
import { MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { amend } from '../support/people'
import { workbookOf } from '../support/workbooks'

let cloud: Branch
beforeEach(async () => {
  cloud = await startBranch()
})
afterEach(() => cloud.close())

const bureau = () => cloud.as('demo-bureau')
const street = () => cloud.as('demo-street')

const header = ['所属街道', '所在党支部', '姓名', '性别', '出生年月', '联系电话', '党小组']
let number = 0
/** A row of a person that no other row is; every telephone is its own. */
const one = (
  streetName: string,
  branch: string,
  name: string,
  more: Partial<Record<'birthday' | 'phone' | 'group', string>> = {},
): string[] => {
  number += 1
  return [streetName, branch, name, '男', more.birthday ?? `194${String(number % 10)}年3月${String((number % 28) + 1)}日`, more.phone ?? `1370000${String(1000 + number)}`, more.group ?? '第一党小组'] // prettier-ignore
}

const fileOf = async (sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>) => cloud.upload('全区.xlsx', await workbookOf(sheets))
const sheet = (...rows: Cell[][]) => fileOf({ 全区: [header, ...rows] })
const previewed = async (fileId: string, orgId = 'district', phone = bureau()) =>
  good(await phone.calls('roster.preview', { orgId, fileId }))

/** A second street beside the demo's. */
const secondStreet = async () =>
  good(await bureau().calls('org.create', { orgId: 'district', kind: 'street', name: '银湖街道党工委' })).orgId

const everything = { path: { $gte: '/', $lt: '0' } }
const namedSo = async (name: string) => (await stored(cloud, 'organizations', everything)).filter(org => org.name === name)
const branchNamed = async (name: string) => {
  const [found] = await namedSo(name)
  if (!found) throw new Error(`there is no ${name}`)
  return found
}
const namesIn = async (branchId: string) => (await stored(cloud, 'members', { branchId })).map(member => member.name).sort()

/** As if the server had died before anything of an import was noted as done. */
const cutOff = async (previewId: string) => {
  const body = {
    ...{ action: 'database.modifyDocument', envName: 'local', collectionName: 'roster-previews', queryType: 'WHERE' },
    ...{ query: JSON.stringify({ _id: previewId }), multi: true, merge: true, upsert: false },
    data: JSON.stringify({ $unset: { imported: '', committedAt: '' } }),
  }
  await fetch(`${cloud.url}/admin`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
}

/** An officer of a bureau beside the demo's. */
const otherBureau = async () => {
  const path = '/other/'
  await put(cloud, 'organizations', {
    _id: 'other',
    name: '邻区委',
    kind: 'committee',
    parentId: null,
    path,
    rosterVersion: 0,
    history: [],
  })
  await put(cloud, 'members', person('other-officer', 3, { branchId: 'other-staff', path: '/other/other-staff/', groups: [], seed: 77 }, 'in-service', [{ role: 'bureau', orgId: 'other', path }])) // prettier-ignore
  await put(cloud, 'accounts', {
    _id: 'other-bureau',
    memberId: 'other-officer',
    people: ['other-officer'],
    actingFor: [],
    createdAt: MORNING,
  })
}

/** Three branches of two streets, one of them the demo's. */
const threeBranches = () => [
  one('常青街道', '银湖离退休干部党支部', '赵一'),
  one('常青街道', '中共银湖离退休干部支部委员会', '钱二'),
  one('银湖街道', '柏泉离退休干部党支部', '孙三', { group: '2组' }),
  one('银湖街道', '柏泉离退休干部党支部', '李四'),
  one('常青街', '第三离退休党支部', '周五'),
  one('常青街道办事处', '第3离退休支部', '吴六'),
]

test('the bureau brings in a whole district with one confirm: by branch, the missing ones made under their streets, groups and all', async () => {
  const silver = await secondStreet()
  const before = await namesIn('branch-02')
  const { previewId, counts, rows, newBranches, branches } = await previewed(await sheet(...threeBranches()))
  expect(counts).toEqual({ new: 6, changed: 0, unchanged: 0, error: 0 })
  expect(rows.map(row => [row.row, row.sheet, row.name, row.branchName])).toEqual([
    [2, '全区', '赵一', '银湖离退休干部党支部'],
    [3, '全区', '钱二', '银湖离退休干部党支部'],
    [4, '全区', '孙三', '柏泉离退休干部党支部'],
    [5, '全区', '李四', '柏泉离退休干部党支部'],
    [6, '全区', '周五', '第三离退休党支部'],
    [7, '全区', '吴六', '第三离退休党支部'],
  ])
  expect(newBranches).toEqual([
    { name: '柏泉离退休干部党支部', rows: 2, under: '银湖街道党工委' },
    { name: '第三离退休党支部', rows: 2, under: '常青街道党工委' },
  ])
  expect(branches?.map(({ name, isNew = false, counts: { new: fresh } }) => [name, isNew, fresh])).toEqual([
    ['银湖离退休干部党支部', false, 2],
    ['柏泉离退休干部党支部', true, 2],
    ['第三离退休党支部', true, 2],
  ])
  expect(await stored(cloud, 'organizations', { parentId: silver })).toEqual([])

  expect(good(await bureau().calls('roster.commit', { previewId, createBranches: true }))).toEqual({ added: 6, changed: 0, unchanged: 0 })
  const made = await branchNamed('柏泉离退休干部党支部')
  expect(made).toMatchObject({
    kind: 'branch',
    branchKind: 'established',
    parentId: silver,
    path: `/district/${silver}/${made._id}/`,
    rosterVersion: 1,
  })
  expect((await branchNamed('第三离退休党支部')).parentId).toBe('changqing')
  expect(await namesIn(made._id)).toEqual(['孙三', '李四'])
  expect(await namesIn('branch-02')).toEqual([...before, '赵一', '钱二'].sort())
  const [third] = await stored(cloud, 'members', { branchId: made._id, name: '孙三' })
  const [group] = await stored(cloud, 'organizations', { parentId: made._id, name: '第二党小组' })
  expect(third).toMatchObject({ groupId: group?._id, path: group?.path, groupName: '第二党小组', state: 'active', doors: third?.phones })
  expect((await stored(cloud, 'audit', { memberId: third?._id ?? '' })).map(row => [row.what, row.why])).toEqual([
    ['roster.commit', '导入花名册：新增'],
  ])
  await cloud.clock.advance(5 * MINUTE)
  expect(good(await bureau().calls('board.get', { orgId: made._id })).figures.find(one => one.topic === 'members')?.now).toMatchObject({
    count: 2,
  })
})

test('the same file again changes nothing, nor does a second confirm', async () => {
  await secondStreet()
  const rows = threeBranches()
  const first = await previewed(await sheet(...rows))
  const confirm = { previewId: first.previewId, createBranches: true }
  const told = good(await bureau().calls('roster.commit', confirm))
  const members = await stored(cloud, 'members', { path: { $gte: '/district/', $lt: '/district0' } })
  const organizations = await stored(cloud, 'organizations', everything)
  expect(good(await bureau().calls('roster.commit', confirm))).toEqual(told)
  const again = await previewed(await sheet(...rows))
  expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 6, error: 0 })
  expect(again.newBranches).toEqual([])
  expect(good(await bureau().calls('roster.commit', { previewId: again.previewId, createBranches: true }))).toEqual({
    added: 0,
    changed: 0,
    unchanged: 6,
  })
  expect(await stored(cloud, 'members', { path: { $gte: '/district/', $lt: '/district0' } })).toEqual(members)
  expect(await stored(cloud, 'organizations', everything)).toEqual(organizations)
})

test('without making branches their people are left out and counted; made afterwards, they come in', async () => {
  await secondStreet()
  const { previewId } = await previewed(await sheet(...threeBranches()))
  expect(good(await bureau().calls('roster.commit', { previewId, createBranches: false }))).toEqual({
    added: 2,
    changed: 0,
    unchanged: 0,
    skipped: 4,
  })
  expect(await namedSo('柏泉离退休干部党支部')).toEqual([])
  expect(good(await bureau().calls('roster.commit', { previewId, createBranches: true }))).toEqual({ added: 6, changed: 0, unchanged: 0 })
  expect(await namesIn((await branchNamed('柏泉离退休干部党支部'))._id)).toEqual(['孙三', '李四'])
})

test('a faulty row is told with its sheet, its cell and what to do, and keeps no other out', async () => {
  await secondStreet()
  for (const parentId of ['changqing', 'district'])
    good(await bureau().calls('org.create', { orgId: parentId, kind: 'branch', name: '第一党支部' }))
  const closed = good(await bureau().calls('org.create', { orgId: 'district', kind: 'branch', name: '老支部' })).orgId
  good(await bureau().calls('org.close', { orgId: closed, reason: '撤并' }))
  const fileId = await fileOf({
    城区: [
      header,
      one('常青街道', '', '没支部'),
      one('没有的街道', '银湖离退休干部党支部', '没街道'),
      one('', '第一党支部', '两可'),
      one('', '老支部', '撤销了'),
      one('常青街道', '银湖离退休干部党支部', '电话错', { phone: '123' }),
      one('常青街道', '第一党支部', '好好的'),
    ],
    乡镇: [
      ['姓名', '联系电话'],
      ['没有列', '13900001111'],
    ],
  })
  const { previewId, rows, counts } = await previewed(fileId)
  expect(counts).toEqual({ new: 1, changed: 0, unchanged: 0, error: 6 })
  expect(
    rows.filter(row => row.fate === 'error').map(row => [row.sheet, row.name, row.errors?.[0]?.column, row.errors?.[0]?.cell]),
  ).toEqual([
    ['城区', '没支部', '所在党支部', 'B2'],
    ['城区', '没街道', '所属街道', 'A3'],
    ['城区', '两可', '所在党支部', 'B4'],
    ['城区', '撤销了', '所在党支部', 'B5'],
    ['城区', '电话错', '联系电话', 'F6'],
    ['乡镇', '没有列', '所在党支部', 'A2'],
  ])
  expect(rows.flatMap(row => row.errors?.[0]?.message ?? [])).toEqual([
    '没有写支部。请在B2写上支部名称',
    '没有叫“没有的街道”的街道。请改成“区委离退休干部工作委员会”下面已有的街道，或者先建立这个街道',
    expect.stringContaining('有2个支部叫“第一党支部”'),
    '支部“老支部”已经撤销。请改成这位同志现在的支部',
    expect.stringContaining('不是电话号码'),
    '这一页没有写支部的一列。请加一列“所在党支部”，写上每个人的支部',
  ])
  expect(good(await bureau().calls('roster.commit', { previewId, createBranches: true }))).toEqual({ added: 1, changed: 0, unchanged: 0 })
})

test('a file without a column for the branch, of one branch with too many people, or of a group, is refused before anything is written', async () => {
  const plain = await fileOf({
    名单: [
      ['姓名', '联系电话'],
      ['张三', '13900001111'],
    ],
  })
  expect(await bureau().calls('roster.preview', { orgId: 'district', fileId: plain })).toMatchObject({ code: 'ROSTER_NO_BRANCH_COLUMN' })
  const many = await fileOf({
    名单: [['姓名', '支部'], ...Array.from({ length: 2001 }, (_, n) => [`张三${'一二三四五六七八九十'.charAt(n % 10)}`, '大支部'])],
  })
  expect(await bureau().calls('roster.preview', { orgId: 'district', fileId: many })).toMatchObject({
    code: 'ROSTER_TOO_LONG',
    data: { most: 2000, found: 2001, branchName: '大支部' },
  })
  expect(await bureau().calls('roster.preview', { orgId: 'district', fileId: 'cloud://local.bucket/none.xlsx' })).toMatchObject({
    code: 'ROSTER_FILE_UNREADABLE',
  })
  expect(await bureau().calls('roster.preview', { fileId: plain })).toMatchObject({ code: 'INVALID_INPUT', data: { paths: ['orgId'] } })
  expect(await bureau().calls('roster.preview', { orgId: 'branch-01-g1', fileId: plain })).toMatchObject({ code: 'INVALID_INPUT' })
})

test('it is not the affair of a secretary, of another bureau or of a member, nor can they confirm or read it; a street brings in its own', async () => {
  const fileId = await sheet(...threeBranches().slice(0, 2))
  const { previewId } = await previewed(fileId)
  await otherBureau()
  for (const openid of ['demo-secretary', 'demo-member-01', 'demo-leader-1', 'other-bureau']) {
    const phone = cloud.as(openid)
    expect(await phone.calls('roster.preview', { orgId: 'district', fileId })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await phone.calls('roster.commit', { previewId, createBranches: true })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await phone.calls('roster.previewRows', { previewId })).toMatchObject({ code: 'FORBIDDEN' })
  }
  expect(await street().calls('roster.preview', { orgId: 'district', fileId })).toMatchObject({ code: 'FORBIDDEN' })
  expect(await street().calls('roster.commit', { previewId })).toMatchObject({ code: 'FORBIDDEN' })
  const own = await previewed(await sheet(...threeBranches().slice(0, 2)), 'changqing', street())
  expect(good(await street().calls('roster.commit', { previewId: own.previewId, createBranches: true }))).toEqual({
    added: 2,
    changed: 0,
    unchanged: 0,
  })
})

test('a street that names another street is told so', async () => {
  await secondStreet()
  const { rows } = await previewed(await sheet(one('银湖街道', '柏泉党支部', '张三')), 'changqing', street())
  expect(rows).toMatchObject([{ fate: 'error', sheet: '全区', errors: [{ column: '所属街道', cell: 'A2' }] }])
})

test('a secretary who imports between the look and the confirm is first: nothing of the district is begun', async () => {
  await secondStreet()
  const { previewId } = await previewed(await sheet(...threeBranches()))
  const theirs = await fileOf({
    名单: [
      ['姓名', '联系电话'],
      ['插队', '13911112222'],
    ],
  })
  const other = cloud.as('demo-other-secretary')
  const mine = good(await other.calls('roster.preview', { branchId: 'branch-02', fileId: theirs }))
  expect(mine).not.toHaveProperty('newBranches')
  good(await other.calls('roster.commit', { previewId: mine.previewId }))
  const before = await namesIn('branch-02')
  expect(await bureau().calls('roster.commit', { previewId, createBranches: true })).toMatchObject({ ok: false, code: 'ROSTER_CHANGED' })
  expect(await namedSo('柏泉离退休干部党支部')).toEqual([])
  expect(await namesIn('branch-02')).toEqual(before)
})

test('two officers confirm the same file at once: everyone is there once, and each is told the truth of what they brought', async () => {
  await secondStreet()
  const rows = threeBranches()
  const [one, two] = [await previewed(await sheet(...rows)), await previewed(await sheet(...rows))]
  const replies = await Promise.all([one, two].map(({ previewId }) => bureau().calls('roster.commit', { previewId, createBranches: true })))
  const added = replies.reduce((sum, reply) => sum + (reply.ok ? reply.data.added : 0), 0)
  expect(added).toBe(6)
  for (const reply of replies) if (!reply.ok) expect(reply.code).toBe('ROSTER_CHANGED')
  expect(await namesIn((await branchNamed('柏泉离退休干部党支部'))._id)).toEqual(['孙三', '李四'])
  expect((await namesIn('branch-02')).filter(name => name === '赵一')).toHaveLength(1)
})

test('an import that was cut off after its first branches is finished by the same confirm', async () => {
  await secondStreet()
  const { previewId } = await previewed(await sheet(...threeBranches()))
  const confirm = { previewId, createBranches: true }
  const told = good(await bureau().calls('roster.commit', confirm))
  const silver = await branchNamed('柏泉离退休干部党支部')
  const people = await stored(cloud, 'members', { branchId: silver._id })
  // As if the server had died in the middle of that branch, before anything after it.
  await cutOff(previewId)
  await amend(cloud, 'members', { _id: people[0]?._id ?? '' }, { residence: '本人刚改的' })
  expect(good(await bureau().calls('roster.commit', confirm))).toEqual(told)
  expect((await stored(cloud, 'members', { branchId: silver._id })).map(({ _id }) => _id).sort()).toEqual(
    people.map(({ _id }) => _id).sort(),
  )
  expect((await branchNamed('柏泉离退休干部党支部')).rosterVersion).toBe(1)
})

test('one of which no more is heard is finished by the timer, unless the officer has left', async () => {
  await secondStreet()
  const rows = threeBranches()
  const { previewId } = await previewed(await sheet(...rows))
  const officer = (await stored(cloud, 'accounts', { _id: 'demo-bureau' }))[0]
  await amend(
    cloud,
    'roster-previews',
    { _id: previewId },
    {
      answers: [],
      createBranches: true,
      confirmedBy: { openid: 'demo-bureau', memberId: officer?.memberId ?? null, name: '' },
      dueAt: cloud.clock.now() + MINUTE,
    },
  )
  await cloud.clock.advance(3 * MINUTE)
  expect(await namesIn((await branchNamed('柏泉离退休干部党支部'))._id)).toEqual(['孙三', '李四'])
  const [done] = await stored(cloud, 'roster-previews', { _id: previewId })
  expect(done?.committedAt).toBeDefined()
  expect(good(await bureau().calls('roster.commit', { previewId, createBranches: true }))).toEqual({ added: 6, changed: 0, unchanged: 0 })

  const next = await previewed(await sheet(one('常青街道', '新来的党支部', '郑七')))
  await amend(
    cloud,
    'roster-previews',
    { _id: next.previewId },
    {
      answers: [],
      createBranches: true,
      confirmedBy: { openid: 'demo-member-01', memberId: 'm-01', name: '' },
      dueAt: cloud.clock.now() + 4 * MINUTE,
    },
  )
  await cloud.clock.advance(6 * MINUTE)
  expect(await stored(cloud, 'organizations', { parentId: 'changqing', name: '新来的党支部' })).toEqual([])
})

test('a person of another branch is asked about and moves; one that two branches name is asked about too', async () => {
  const [member] = await stored(cloud, 'members', { _id: 'm-05' })
  const phone = member?.phones[0] ?? ''
  const birthday = '1950年1月1日'
  const fileId = await sheet(
    ['', '银湖离退休干部党支部', member?.name ?? '', '', '', phone, ''],
    one('', '银湖离退休干部党支部', '双面人', { phone: '13812340001', birthday }),
    one('', '常青花园离退休干部党支部', '双面人', { phone: '13812340001', birthday }),
  )
  const { previewId, rows, branches } = await previewed(fileId)
  expect(rows.map(row => [row.name, row.fate, row.asks?.map(ask => ask.what)])).toEqual([
    [member?.name, 'changed', ['same']],
    ['双面人', 'new', undefined],
    ['双面人', 'new', ['twin']],
  ])
  expect(rows[0]?.changes?.[0]).toMatchObject({ from: '常青花园离退休干部党支部', to: '银湖离退休干部党支部' })
  expect(branches?.map(branch => branch.asked)).toEqual([1, 1])
  expect(good(await bureau().calls('roster.commit', { previewId, answers: [{ what: 'same', answer: 'same' }] }))).toMatchObject({
    added: 1,
    changed: 1,
    leftOut: 1,
  })
  expect((await stored(cloud, 'members', { _id: 'm-05' }))[0]).toMatchObject({ branchId: 'branch-02' })
})

test('the rows of a branch are read page by page, and only by those who may import', async () => {
  const { rows } = districtRows(450, 2)
  const { header: titles } = districtRows(1, 1)
  const fileId = await fileOf({ 全区: [titles, ...rows] })
  const { previewId, branches = [] } = await previewed(fileId)
  const branchId = branches[0]?.branchId ?? ''
  const first = good(await bureau().calls('roster.previewRows', { previewId, branchId }))
  const second = good(await bureau().calls('roster.previewRows', { previewId, branchId, cursor: first.cursor ?? '' }))
  expect([first.items.length, second.items.length, second.cursor]).toEqual([200, 25, null])
  const all: string[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: { items: { name: string; row: number }[]; cursor: string | null } = good(
      await bureau().calls('roster.previewRows', { previewId, ...(cursor ? { cursor } : {}) }),
    )
    all.push(...page.items.map(row => String(row.row)))
    cursor = page.cursor
  }
  expect(new Set(all).size).toBe(450)
})

test('1,500 people of 18 branches: previewed whole in the counts, imported with one confirm, the reply small', async () => {
  const { header: titles, rows } = districtRows(1500, 18)
  const fileId = await fileOf({ 全区: [titles, ...rows] })
  const preview = await previewed(fileId)
  expect(preview.counts).toEqual({ new: 1500, changed: 0, unchanged: 0, error: 0 })
  expect(preview.newBranches).toHaveLength(18)
  expect(Buffer.byteLength(JSON.stringify(preview))).toBeLessThan(1_000_000)
  const confirm = { previewId: preview.previewId, createBranches: true }
  let reply = good(await bureau().calls('roster.commit', confirm))
  // A machine that is busy may need a second call.
  while (reply.left !== undefined) reply = good(await bureau().calls('roster.commit', confirm))
  expect(reply).toEqual({ added: 1500, changed: 0, unchanged: 0 })
  expect((await previewed(await fileOf({ 全区: [titles, ...rows] }))).counts).toEqual({ new: 0, changed: 0, unchanged: 1500, error: 0 })
}, 120_000)

test('the template for a district has columns for the street and the branch, that of a branch has not', async () => {
  const titles = async (answer: { url: string }) => {
    const response = await fetch(answer.url)
    return ((await readWorkbook(new Uint8Array(await response.arrayBuffer())))[0]?.rows[0] ?? []).slice(0, 3)
  }
  expect(await titles(good(await bureau().calls('roster.template', { orgId: 'district' })))).toEqual(['所属街道', '所在党支部', '姓名'])
  expect(await titles(good(await street().calls('roster.template', { orgId: 'changqing' })))).toEqual(['所在党支部', '姓名', '性别'])
  expect(await titles(good(await cloud.as('demo-secretary').calls('roster.template', { branchId: 'branch-01' })))).toEqual([
    '姓名',
    '性别',
    '民族',
  ])
})
