import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import type { Documents } from '../../../cloudfunctions/house'
import { readWorkbook } from '../../../cloudfunctions/spreadsheets/read'
import type { Cell } from '../../../core/people/roster/cells'
import { person } from '../../../config/demo/people'
import { good, put, stored } from '../support/attendance'
import { MORNING, startBranch, type Branch } from '../support/branch'

const containing = (text: string): unknown => expect.stringContaining(text)

let cloud: Branch
beforeAll(async () => {
  cloud = await startBranch()
})
afterAll(() => cloud.close())

const samplePath = join(__dirname, '../../core/people/roster/samples/花名册-87人.xlsx')
const sampleRows = async (): Promise<Cell[][]> => ((await readWorkbook(await readFile(samplePath)))[0]?.rows ?? []).map(row => [...row])

/** A workbook of these rows, dates as dates. */
const workbook = (rows: readonly (readonly Cell[])[]): Promise<Uint8Array> => {
  const data: SheetData = rows.map(row =>
    row.map(cell => (cell instanceof Date ? { value: cell, type: Date, format: 'yyyy-mm-dd' } : cell)),
  )
  return writeXlsxFile(data, { sheet: '花名册' }).toBuffer()
}

/** Of two people the sample’s notes say “2021年去世”; here the secretary answers that they live. */
const living = [{ what: 'died' as const, answer: 'import' as const }]

let count = 0
/** A branch that has no members yet, and the phone of its secretary, who belongs elsewhere. */
const emptyBranch = async () => {
  count += 1
  const branchId = `fresh-${String(count)}`
  const path = `/district/changqing/${branchId}/`
  const openid = `fresh-secretary-${String(count)}`
  await put(cloud, 'organizations', {
    _id: branchId,
    name: `新建党支部${String(count)}`,
    kind: 'branch',
    branchKind: 'established',
    parentId: 'changqing',
    path,
    rosterVersion: 0,
    history: [],
  })
  const home = { branchId: 'branch-staff', path: '/district/bureau/branch-staff/', groups: [], seed: 70 + count }
  await put(cloud, 'members', person(openid, count, home, 'in-service', [{ role: 'secretary', orgId: branchId, path }]))
  await put(cloud, 'accounts', { _id: openid, memberId: openid, people: [openid], actingFor: [], createdAt: MORNING })
  const phone = cloud.as(openid)
  const calls: typeof phone.calls = (op, input, commandId) => phone.calls(op, input, commandId)
  return {
    branchId,
    path,
    calls,
    previews: async (content: Uint8Array, commandId?: string) =>
      good(await calls('roster.preview', { branchId, fileId: await cloud.upload('花名册.xlsx', content) }, commandId)),
    commits: async (previewId: string) => good(await calls('roster.commit', { previewId, answers: living })),
    members: () => stored(cloud, 'members', { branchId }),
    imports: async (content: Uint8Array) =>
      good(
        await calls('roster.commit', {
          previewId: good(await calls('roster.preview', { branchId, fileId: await cloud.upload('花名册.xlsx', content) })).previewId,
          answers: living,
        }),
      ),
  }
}

const onTheServer = async (action: string, collectionName: keyof Documents, more: object): Promise<void> => {
  const response = await fetch(`${cloud.url}/admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action: `database.${action}`, envName: 'local', collectionName, ...more }),
  })
  const answer: unknown = await response.json()
  if (answer !== null && typeof answer === 'object' && 'code' in answer) throw new Error(JSON.stringify(answer))
}
const removed = (collection: keyof Documents, query: object) =>
  onTheServer('removeDocument', collection, { queryType: 'WHERE', multi: true, query: JSON.stringify(query) })
const modified = (collection: keyof Documents, query: object, data: object) =>
  onTheServer('modifyDocument', collection, {
    queryType: 'WHERE',
    multi: true,
    merge: true,
    upsert: false,
    query: JSON.stringify(query),
    data: JSON.stringify(data),
  })

const small = (...rows: Cell[][]) => workbook([['姓名', '出生年月', '联系电话', '家庭住址', '党小组'], ...rows])

test('the sample of 87 people comes into an empty branch: previewed row by row, taken in with one confirm, groups made', async () => {
  const branch = await emptyBranch()
  const { previewId, rows, counts, ignored } = await branch.previews(await readFile(samplePath))
  expect(counts).toEqual({ new: 87, changed: 0, unchanged: 0, error: 3 })
  expect(rows.filter(row => row.fate === 'error').map(row => [row.row, row.name, row.errors?.map(fault => fault.cell)])).toEqual([
    [92, '林凤根', ['B92']],
    [93, '', ['B93']],
    [94, '钱不明', ['E94', 'F94', 'J94']],
  ])
  expect(ignored.map(one => one.row)).toEqual([1, 2, 3, 24, 95, 96])
  expect(await branch.members()).toEqual([])
  expect(rows.filter(row => row.asks).map(row => [row.name, row.asks?.map(ask => ask.cell)])).toEqual([
    ['秦长霞', ['R34']],
    ['诸葛春瑞', ['R54']],
  ])

  expect(await branch.commits(previewId)).toEqual({ added: 87, changed: 0, unchanged: 0 })
  const members = await branch.members()
  const groups = await stored(cloud, 'organizations', { parentId: branch.branchId })
  expect(members).toHaveLength(87)
  expect(groups.map(group => group.name).sort()).toEqual(['第一党小组', '第三党小组', '第二党小组', '第四党小组'])
  expect(
    members.every(member =>
      groups.some(group => group._id === member.groupId && group.path === member.path && group.name === member.groupName),
    ),
  ).toBe(true)
  expect(groups.every(group => group.path === `${branch.path}${group._id}/`)).toBe(true)
  expect(members.find(member => member.name === '方明䶮')).toMatchObject({
    phones: ['13678765026'],
    standing: 'honoured-retired',
    state: 'active',
    bound: false,
  })
})

test('the roster is listed in the order of the file, phones masked, page by page', async () => {
  const branch = await emptyBranch()
  await branch.imports(await readFile(samplePath))
  const first = good(await branch.calls('roster.list', { branchId: branch.branchId }))
  const second = good(await branch.calls('roster.list', { branchId: branch.branchId, cursor: first.cursor ?? '' }))
  const items = [...first.items, ...second.items]
  expect([first.items.length, second.items.length, second.cursor]).toEqual([50, 37, null])
  expect(items.slice(0, 3).map(item => item.name)).toEqual(['姜美斌', '诸葛光斌', '顾德'])
  expect(items[2]).toMatchObject({
    age: 96,
    standing: 'honoured-retired',
    care: ['alone'],
    groupName: '第三党小组',
    maskedPhone: '189****4223',
    bound: false,
  })
  expect(items.map(item => item.maskedPhone ?? '')).not.toContainEqual(expect.stringMatching(/\d{9,}/))
  expect(await cloud.roundTrips('roster.list')).toBeLessThanOrEqual(2)
})

test('the same file again changes nothing', async () => {
  const branch = await emptyBranch()
  const content = await readFile(samplePath)
  await branch.imports(content)
  const before = await branch.members()
  const { previewId, counts } = await branch.previews(content)
  expect(counts).toEqual({ new: 0, changed: 0, unchanged: 87, error: 3 })
  expect(await branch.commits(previewId)).toEqual({ added: 0, changed: 0, unchanged: 87 })
  expect(await branch.members()).toEqual(before)
})

test('a changed cell shows old → new, and the confirm changes just that', async () => {
  const branch = await emptyBranch()
  await branch.imports(await readFile(samplePath))
  const rows = await sampleRows()
  const row = rows[5] ?? []
  expect(row[1]).toBe('顾德')
  row[8] = '花园社区1栋'
  row[16] = '5组'
  const { previewId, counts, rows: told } = await branch.previews(await workbook(rows))
  expect(counts).toEqual({ new: 0, changed: 1, unchanged: 86, error: 3 })
  expect(told.find(one => one.fate === 'changed')).toMatchObject({
    row: 6,
    name: '顾德',
    changes: [
      { field: 'residence', label: '家庭住址', from: '常青街道38栋4单元509', to: '花园社区1栋' },
      { field: 'groupName', label: '党小组', from: '第三党小组', to: '第五党小组' },
    ],
  })
  expect(await branch.commits(previewId)).toEqual({ added: 0, changed: 1, unchanged: 86 })
  const [member] = (await branch.members()).filter(one => one.name === '顾德')
  const [group] = await stored(cloud, 'organizations', { parentId: branch.branchId, name: '第五党小组' })
  expect(member).toMatchObject({
    residence: '花园社区1栋',
    groupId: group?._id,
    path: group?.path,
    version: 2,
    phones: ['18972144223', '037149480525'],
  })
  expect((await stored(cloud, 'audit', { memberId: member?._id ?? '' })).map(one => [one.what, one.why])).toEqual(
    expect.arrayContaining([['roster.commit', '导入花名册：家庭住址、党小组']]),
  )
})

test('two people of one name are told apart', async () => {
  const branch = await emptyBranch()
  await branch.imports(await small(['张建国', '1941.3', '13800001111', '一村', ''], ['张建国', '1950.8', '15900001111', '二村', '']))
  const { rows } = await branch.previews(await small(['张建国', '1950.8', '', '三村', ''], ['张建国', '', '', '四村', '']))
  expect(rows).toMatchObject([
    { fate: 'changed', changes: [{ from: '二村', to: '三村' }] },
    { fate: 'error', errors: [{ column: '姓名', cell: 'A3' }] },
  ])
})

test('five taps on confirm at once, and one more later, import once and answer the same', async () => {
  const branch = await emptyBranch()
  const { previewId } = await branch.previews(await readFile(samplePath))
  const answers = await Promise.all(Array.from({ length: 5 }, () => branch.commits(previewId)))
  expect([...answers, await branch.commits(previewId)]).toEqual(Array.from({ length: 6 }, () => ({ added: 87, changed: 0, unchanged: 0 })))
  const members = await branch.members()
  expect(members).toHaveLength(87)
  expect(members.every(member => member.version === 1 && member.since !== undefined)).toBe(true)
  const [organization] = await stored(cloud, 'organizations', { _id: branch.branchId })
  expect(organization?.rosterVersion).toBe(1)
  expect(await stored(cloud, 'audit', { what: 'roster.commit', memberId: { $in: members.map(member => member._id) } })).toHaveLength(87)
})

test('an import whose server died half-way is finished by confirming again', async () => {
  const branch = await emptyBranch()
  await branch.imports(await small(['张三', '1941.3', '13800001111', '一村', '1组'], ['李四', '1942.3', '13800002222', '一村', '1组']))
  const rows = await sampleRows()
  const { previewId } = await branch.previews(
    await workbook([
      ...rows.slice(0, 60),
      [60, '张三', null, null, '1941.3', null, null, null, '二村', null, null, null, null, null, null, null, '2组'],
      [61, '李四', null, null, '1942.3', null, null, null, '二村'],
    ]),
  )
  const expected = await branch.commits(previewId)
  const whole = (await branch.members()).sort((one, other) => (one._id < other._id ? -1 : 1))
  // As if the server had died after the decision: some people are not there yet, one change is not written, and the end was not noted.
  await removed('members', { branchId: branch.branchId, name: { $in: ['顾德', '卢义䶮', '姜美斌'] } })
  await removed('organizations', { parentId: branch.branchId, name: '第四党小组' })
  await modified('members', { branchId: branch.branchId, name: '李四' }, { $set: { residence: '一村', version: 1 } })
  await modified('roster-previews', { _id: previewId }, { $unset: { committedAt: '', imported: '' } })

  expect(await branch.commits(previewId)).toEqual(expected)
  expect((await branch.members()).sort((one, other) => (one._id < other._id ? -1 : 1))).toEqual(whole)
  expect(await stored(cloud, 'organizations', { parentId: branch.branchId, name: '第四党小组' })).toHaveLength(1)
})

test('what a person put right while an import was being finished stands', async () => {
  const branch = await emptyBranch()
  await branch.imports(await small(['张三', '1941.3', '13800001111', '一村', '']))
  const { previewId } = await branch.previews(await small(['张三', '1941.3', '13800001111/0513-77505919', '二村', '']))
  await modified('organizations', { _id: branch.branchId }, { $set: { rosterVersion: 2, rosterCommit: previewId } })
  await modified('members', { branchId: branch.branchId }, { $set: { residence: '女儿家', version: 7 } })
  await branch.commits(previewId)
  expect(await branch.members()).toMatchObject([{ residence: '女儿家', phones: ['13800001111', '051377505919'], version: 8 }])
})

test('of two imports previewed side by side the second hears that the roster has changed', async () => {
  const branch = await emptyBranch()
  const one = await branch.previews(await small(['张三', '1941.3', '', '', '']))
  const other = await branch.previews(await small(['李四', '1942.3', '', '', '']))
  expect(await branch.commits(one.previewId)).toMatchObject({ added: 1 })
  expect(await branch.calls('roster.commit', { previewId: other.previewId })).toMatchObject({ ok: false, code: 'ROSTER_CHANGED' })
  expect((await branch.members()).map(member => member.name)).toEqual(['张三'])
  expect(await branch.commits(one.previewId)).toMatchObject({ added: 1 })
})

test('a member changed by hand since the preview keeps the import out', async () => {
  const branch = await emptyBranch()
  await branch.imports(await small(['张三', '1941.3', '13800001111', '一村', '']))
  const [member] = await branch.members()
  const { previewId } = await branch.previews(await small(['张三', '1941.3', '', '二村', ''], ['李四', '1942.3', '', '', '']))
  good(await branch.calls('roster.change', { memberId: member?._id ?? '', residence: '女儿家' }))
  expect(await branch.calls('roster.commit', { previewId })).toMatchObject({ ok: false, code: 'ROSTER_CHANGED' })
  expect(await branch.members()).toMatchObject([{ name: '张三', residence: '女儿家' }])
})

/** A sheet that was fetched, and sent as one's own file. */
const sentAgain = async (url: string): Promise<string> =>
  cloud.upload('花名册.xlsx', new Uint8Array(await (await fetch(url)).arrayBuffer()))

test('the exported roster reads back unchanged, and leaves a trace with each person', async () => {
  const branch = await emptyBranch()
  await branch.imports(await readFile(samplePath))
  const { url } = good(await branch.calls('roster.export', { branchId: branch.branchId }))
  const fileId = await sentAgain(url)
  const { counts, ignored } = good(await branch.calls('roster.preview', { branchId: branch.branchId, fileId }))
  expect(counts).toEqual({ new: 0, changed: 0, unchanged: 87, error: 0 })
  expect(ignored).toEqual([{ row: 1, why: '表头' }])
  const [sheet] = await readWorkbook(new Uint8Array(await (await fetch(url)).arrayBuffer()))
  expect(sheet?.rows[1]?.slice(0, 4)).toEqual(['姜美斌', '女', '汉', '1952年9月14日'])
  const ids = (await branch.members()).map(member => member._id)
  expect(await stored(cloud, 'audit', { what: 'roster.export', memberId: { $in: ids } })).toHaveLength(87)
})

test('the demo branch with its 87 people exports and reads back unchanged', async () => {
  const secretary = cloud.as('demo-secretary')
  const fileId = await sentAgain(good(await secretary.calls('roster.export', { branchId: 'branch-01' })).url)
  const { counts, rows } = good(await secretary.calls('roster.preview', { branchId: 'branch-01', fileId }))
  expect(rows.filter(row => row.fate !== 'unchanged')).toEqual([])
  expect(counts.unchanged).toBe((await stored(cloud, 'members', { branchId: 'branch-01' })).length)
})

test('a branch of 2300 people exports, each with a trace', async () => {
  const branch = await emptyBranch()
  const home = { branchId: branch.branchId, path: branch.path, groups: [], seed: 1 }
  const people = Array.from({ length: 2300 }, (_, n) => JSON.stringify(person(`many-${String(n)}`, n, home, 'retired', [])))
  for (let from = 0; from < people.length; from += 500)
    await onTheServer('insertDocument', 'members', { data: people.slice(from, from + 500) })
  const { url } = good(await branch.calls('roster.export', { branchId: branch.branchId }))
  const [sheet] = await readWorkbook(new Uint8Array(await (await fetch(url)).arrayBuffer()))
  expect(sheet?.rows).toHaveLength(2301)
  for (const memberId of ['many-0', 'many-2299']) expect(await stored(cloud, 'audit', { what: 'roster.export', memberId })).toHaveLength(1)
})

test('the roster exported with a dead member and read again changes nothing and revives none', async () => {
  const secretary = cloud.as('demo-secretary')
  const [gone] = await stored(cloud, 'members', { _id: 'm-20' })
  if (!gone) throw new Error('the demo branch has m-20')
  const nameEnd = Array.from(gone.name).at(-1) ?? ''
  good(await secretary.calls('aftercare.mark', { memberId: 'm-20', diedOn: '2026-11-20', toldBy: '女儿', nameEnd, bereavedIds: [] }))
  const living = (await stored(cloud, 'members', { branchId: 'branch-01', state: 'active' })).length
  const { url } = good(await secretary.calls('roster.export', { branchId: 'branch-01' }))
  const fileId = await sentAgain(url)
  const sheets = await readWorkbook(new Uint8Array(await (await fetch(url)).arrayBuffer()))
  expect(sheets.map(sheet => [sheet.name, sheet.rows.some(row => row.includes(gone.name))])).toEqual([
    ['花名册', false],
    ['已故同志', true],
  ])
  const { previewId, counts } = good(await secretary.calls('roster.preview', { branchId: 'branch-01', fileId }))
  expect(counts).toEqual({ new: 0, changed: 0, unchanged: living, error: 0 })
  expect(good(await secretary.calls('roster.commit', { previewId }))).toEqual({ added: 0, changed: 0, unchanged: living })
  expect(await stored(cloud, 'members', { branchId: 'branch-01', state: 'active' })).toHaveLength(living)
  expect((await stored(cloud, 'members', { _id: 'm-20' }))[0]).toMatchObject({ state: 'dead', diedOn: '2026-11-20' })
})

test('the template has a header and no people; a row written below it comes in', async () => {
  const branch = await emptyBranch()
  const { url } = good(await branch.calls('roster.template', { branchId: branch.branchId }))
  const fileId = await sentAgain(url)
  expect(good(await branch.calls('roster.preview', { branchId: branch.branchId, fileId })).counts).toEqual({
    new: 0,
    changed: 0,
    unchanged: 0,
    error: 0,
  })
  const sheets = await readWorkbook(new Uint8Array(await (await fetch(url)).arrayBuffer()))
  expect(sheets.map(sheet => sheet.name)).toEqual(['花名册', '填写说明'])
  const titles = sheets[0]?.rows[0] ?? []
  const examples = new Map((sheets[1]?.rows ?? []).map(row => [row[0], row[2] ?? null]))
  const { rows } = await branch.previews(await workbook([titles, titles.map(title => examples.get(title) ?? null)]))
  expect(rows).toMatchObject([{ fate: 'new', name: '王建国' }])
  expect(rows[0]?.warnings).toBeUndefined()
})

test('530 people are previewed with progress, and taken in', async () => {
  const branch = await emptyBranch()
  const sample = await sampleRows()
  const people = sample.slice(3, 91).filter(row => row[1] !== null)
  const many = Array.from({ length: 530 }, (_, index) => {
    const row = [...(people[index % people.length] ?? [])]
    row[1] = `${String(row[1]).trim()}${'甲乙丙丁戊己庚'.charAt(Math.floor(index / people.length))}`
    return row
  })
  const content = await workbook([...sample.slice(0, 3), ...many])
  const commandId = 'preview-of-530'
  const ask = async () => good(await branch.calls('roster.progress', { branchId: branch.branchId, commandId }))
  expect(await ask()).toEqual({ done: 0, total: 0 })
  const { previewId, counts } = await branch.previews(content, commandId)
  expect(counts).toMatchObject({ new: 530, error: 0 })
  expect(await ask()).toEqual({ done: 530, total: 530 })
  // Each row of the sample stands there six times under other names: the secretary says that they are different people.
  const answers = [...living, { what: 'twin' as const, answer: 'new' as const }]
  expect(good(await branch.calls('roster.commit', { previewId, answers }))).toEqual({ added: 530, changed: 0, unchanged: 0 })
  expect(await branch.members()).toHaveLength(530)
  expect((await branch.previews(content)).counts).toMatchObject({ unchanged: 530 })
})

test('a preview sent twice is one preview; no other secretary may see how far it is', async () => {
  const branch = await emptyBranch()
  const fileId = await cloud.upload('花名册.xlsx', await small(['张三', '1941.3', '', '', '']))
  const twice = await Promise.all(
    [1, 2].map(() => branch.calls('roster.preview', { branchId: branch.branchId, fileId }, 'one-and-the-same')),
  )
  expect(good(twice[0] ?? { ok: false, code: 'INTERNAL' })).toEqual(good(twice[1] ?? { ok: false, code: 'INTERNAL' }))
  expect(await stored(cloud, 'roster-previews', { createdAt: { $gte: 0 }, orgId: branch.branchId })).toHaveLength(1)
  const other = await emptyBranch()
  expect(good(await other.calls('roster.progress', { branchId: other.branchId, commandId: 'one-and-the-same' }))).toEqual({
    done: 0,
    total: 0,
  })
  // The same id of another secretary is another command.
  const theirFile = await cloud.upload('花名册.xlsx', await small(['张三', '1941.3', '', '', '']))
  const theirs = good(await other.calls('roster.preview', { branchId: other.branchId, fileId: theirFile }, 'one-and-the-same'))
  expect(theirs.previewId).not.toBe(good(twice[0] ?? { ok: false, code: 'INTERNAL' }).previewId)
})

test('a file that is no workbook, has no header or is not there is refused in words', async () => {
  const { branchId, calls } = await emptyBranch()
  const tries = async (name: string, content: Uint8Array) =>
    calls('roster.preview', { branchId, fileId: await cloud.upload(name, content) })
  expect(await tries('花名册.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]))).toMatchObject({
    code: 'ROSTER_FILE_UNREADABLE',
    data: { message: containing('另存为') },
  })
  expect(await tries('花名册.csv', Buffer.from('姓名,性别\n张三,男'))).toMatchObject({
    code: 'ROSTER_FILE_UNREADABLE',
    data: { message: containing('不是 Excel') },
  })
  expect(
    await tries(
      '支出.xlsx',
      await workbook([
        ['支出', '金额'],
        ['水费', 12],
      ]),
    ),
  ).toMatchObject({ code: 'ROSTER_NO_HEADER' })
  expect(await calls('roster.preview', { branchId, fileId: 'cloud://local.bucket/none.xlsx' })).toMatchObject({
    code: 'ROSTER_FILE_UNREADABLE',
  })
})

test("an officer cannot import into another's branch, nor confirm another's preview", async () => {
  const branch = await emptyBranch()
  const fileId = await cloud.upload('花名册.xlsx', await small(['张三', '1941.3', '', '', '']))
  const { previewId } = good(await branch.calls('roster.preview', { branchId: branch.branchId, fileId }))
  for (const openid of ['demo-other-secretary', 'demo-member-01', 'demo-street']) {
    expect(await cloud.as(openid).calls('roster.preview', { branchId: branch.branchId, fileId })).toMatchObject({
      ok: false,
      code: 'FORBIDDEN',
    })
    expect(await cloud.as(openid).calls('roster.commit', { previewId })).toMatchObject({ ok: false, code: 'FORBIDDEN' })
  }
  expect(await branch.members()).toEqual([])
})

test('the secretary looks at a member, calls them, puts things right and invites them; each leaves its trace', async () => {
  const branch = await emptyBranch()
  await branch.imports(
    await workbook([
      ['姓名', '联系电话', '家属姓名', '家属电话', '党小组'],
      ['张三', '13800001111/0513-77505919', '王小明', '13900001111', '1组'],
    ]),
  )
  const [member] = await branch.members()
  const memberId = member?._id ?? ''
  const groupId = member?.groupId ?? null
  const seen = good(await branch.calls('roster.get', { memberId }))
  expect(seen.held).toEqual(
    expect.arrayContaining([
      { label: '联系电话', value: '138****1111、0513-****5919' },
      { label: '家属电话', value: '139****1111' },
    ]),
  )
  expect(good(await branch.calls('roster.phone', { memberId }))).toEqual({
    phones: ['13800001111', '051377505919'],
    emergency: [{ name: '王小明', phone: '13900001111' }],
  })

  expect(await branch.calls('roster.change', { memberId, phones: ['1234'] })).toMatchObject({ code: 'PHONE_INVALID' })
  expect(await branch.calls('roster.change', { memberId, note: '身份证320106194103051234' })).toMatchObject({ code: 'INVALID_INPUT' })
  expect(await branch.calls('roster.change', { memberId, groupId: 'branch-01-g1' })).toMatchObject({ code: 'NOT_FOUND' })
  good(await branch.calls('roster.change', { memberId, phones: ['138 0000 2222'], residence: '女儿家', note: '夏天回来', groupId: null }))
  good(await branch.calls('roster.change', { memberId, residence: '女儿家' }))
  const [changed] = await branch.members()
  expect(changed).toMatchObject({
    phones: ['13800002222'],
    residence: '女儿家',
    note: '夏天回来',
    groupId: null,
    path: branch.path,
    version: 2,
  })
  expect(changed).not.toHaveProperty('groupName')
  good(await branch.calls('roster.change', { memberId, note: '', groupId }))
  const [again] = await branch.members()
  expect(again).toMatchObject({ groupId, groupName: '第一党小组', version: 3 })
  expect(again).not.toHaveProperty('note')

  const { inviteCode } = good(await branch.calls('roster.invite', { memberId }))
  expect(good(await cloud.as('demo-stranger').calls('me.bind', { inviteCode }))).toEqual({ memberId })
  expect((await stored(cloud, 'audit', { memberId })).map(one => one.what)).toEqual(
    expect.arrayContaining(['roster.commit', 'roster.phone', 'roster.change', 'roster.invite']),
  )
})
