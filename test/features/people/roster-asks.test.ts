import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import writeXlsxFile from 'write-excel-file/node'
import { readWorkbook, UnreadableWorkbook } from '../../../cloudfunctions/spreadsheets/read'
import { settled } from '../../../core/people/roster/answers'
import { judgeRows, type HeldMember } from '../../../core/people/roster/match'
import { emptyProfile } from '../../../core/people/roster/profile'
import { readRoster } from '../../../core/people/roster/read'

const TODAY = '2026-11-28'
const sample = (name: string) => readFile(join(__dirname, 'samples', `${name}.xlsx`))
const judged = async (content: Uint8Array, held: readonly HeldMember[] = [], elsewhere: readonly HeldMember[] = []) =>
  judgeRows(readRoster(await readWorkbook(content), TODAY).people, held, elsewhere)
const asked = async (content: Uint8Array, held: readonly HeldMember[] = []) =>
  (await judged(content, held)).map(row => [row.name, row.fate, row.asks?.map(ask => ask.what) ?? []])

test('rows that a filter hides are asked about, and stay out until they are answered', async () => {
  const rows = await judged(await sample('hidden-rows-filtered'))
  expect(rows.map(row => [row.name, row.fate, row.asks?.map(ask => ask.what)])).toEqual([
    ['宋明理', 'new', undefined],
    ['郑已转', 'new', ['hidden']],
    ['韦青山', 'new', undefined],
  ])
  const [, hidden] = rows
  if (!hidden) throw new Error('the hidden row is not there')
  expect(hidden.asks?.[0]?.words).toContain('筛选')
  expect(settled(hidden, [])).toBe('left-out')
  expect(settled(hidden, [{ what: 'hidden', answer: 'import' }])).toBe('as-shown')
  expect(
    settled(hidden, [
      { what: 'hidden', answer: 'import' },
      { what: 'hidden', answer: 'leave', row: hidden.row },
    ]),
  ).toBe('left-out')
  expect(settled(hidden, [{ what: 'died', answer: 'import' }])).toBe('left-out')
})

test('a row that is struck out is asked about', async () => {
  expect(await asked(await sample('strikethrough-row'))).toEqual([['黄划去', 'new', ['struck']]])
})

test('formulas that failed are told with their cells, and never stored', async () => {
  const rows = await judged(await sample('error-cells'))
  expect(rows.map(row => [row.name, row.fate, row.asks?.map(ask => ask.what)])).toEqual([
    ['江引用', 'new', ['error']],
    ['#REF!', 'error', undefined],
    ['江引三', 'new', ['error']],
  ])
  expect(rows[0]?.asks?.[0]?.words).toContain('“出生年月”（D2）是 #REF!，“家庭住址”（E2）是 #N/A')
  expect(rows[1]?.errors?.[0]).toMatchObject({ cell: 'B3' })
  expect(rows[2]?.profile).not.toHaveProperty('residence')
})

test.each([
  ['sheets-dead-and-moved', ['died', 'moved']],
  ['sections-dead-and-moved', ['died', 'moved']],
  ['status-column', ['died', 'moved', 'stopped']],
  ['died-on-column', ['died']],
])('%s: people who died, moved away or left the Party are asked about', async (name, what) => {
  const rows = await asked(await sample(name))
  expect(rows.flatMap(row => row[2])).toEqual(what)
})

test('a name out of a PDF and the same name typed are one person', async () => {
  const rows = await judged(await sample('kangxi-radicals'))
  expect(rows.map(row => [row.name, row.fate])).toEqual([
    ['方文高', 'new'],
    ['马小民', 'new'],
    ['马小民', 'error'],
  ])
  const held: HeldMember[] = [{ memberId: 'm', profile: { ...emptyProfile('⽅⽂⾼'), phones: ['13877430030'] } }]
  const [first] = await judged(await sample('kangxi-radicals'), held)
  expect(first).toMatchObject({ fate: 'changed', memberId: 'm', profile: { name: '方文高' } })
})

const corrected: HeldMember = {
  memberId: 'held',
  profile: {
    ...emptyProfile('窦鹏程'),
    gender: 'male',
    birthday: { calendar: 'solar', year: 1941, month: 2, day: 8 },
    phones: ['13615550037'],
    residence: '常青花园四村2栋2单元201',
  },
}

test('a name that was put right in the file is asked about, and is the same person where the secretary says so', async () => {
  const [row] = await judged(await sample('name-corrected'), [corrected])
  expect(row).toMatchObject({ fate: 'changed', memberId: 'held', asks: [{ what: 'same' }], fresh: { name: '窦鹏诚' } })
  expect(row?.changes?.[0]).toMatchObject({ label: '姓名', from: '窦鹏程', to: '窦鹏诚' })
  if (!row) throw new Error('no row')
  expect(settled(row, [])).toBe('left-out')
  expect(settled(row, [{ what: 'same', answer: 'same', row: row.row }])).toBe('as-shown')
  expect(settled(row, [{ what: 'same', answer: 'new', row: row.row }])).toBe('as-new')
})

test('a volunteer who registered is asked about where the file has the same name and telephone', async () => {
  const volunteer: HeldMember = { memberId: 'vol', home: '志愿者', profile: { ...emptyProfile('邵新华'), phones: ['13877430099'] } }
  const [row] = await judged(await sample('already-registered-volunteer'), [], [volunteer])
  expect(row).toMatchObject({ fate: 'changed', memberId: 'vol', asks: [{ what: 'same' }] })
  expect(row?.changes?.[0]).toMatchObject({ label: '所在组织', from: '志愿者' })
})

test('a couple with one telephone, one address and one family are two people', async () => {
  const wife: HeldMember = {
    ...corrected,
    profile: { ...corrected.profile, name: '沈玉兰', gender: 'female', birthday: { calendar: 'solar', year: 1943, month: 6, day: 1 } },
  }
  expect(await asked(await sample('name-corrected'), [wife])).toEqual([['窦鹏诚', 'new', []]])
})

test('a number abroad keeps no family out, and is kept with its country', async () => {
  const rows = await judged(await sample('family-abroad-phone'))
  expect(rows.map(row => [row.name, row.fate, row.profile?.emergencyPhones])).toEqual([
    ['许海外', 'new', ['+14155550123']],
    ['许香港', 'new', ['+85261234567']],
    ['许澳门', 'new', ['+85366123456']],
    ['许台湾', 'new', ['+886912345678']],
  ])
})

const book = async () =>
  unzipSync(
    new Uint8Array(
      await writeXlsxFile(
        [
          ['姓名', '性别'],
          ['张三', '男'],
        ],
        { sheet: '花名册' },
      ).toBuffer(),
    ),
  )
/** The same workbook with more in its sheet. */
const withMore = async (more: string) => {
  const files = await book()
  const xml = Buffer.from(files['xl/worksheets/sheet1.xml'] ?? []).toString()
  return zipSync({ ...files, 'xl/worksheets/sheet1.xml': strToU8(xml.replace('</sheetData>', `${more}</sheetData>`)) })
}
const text = (address: string, said: string) => `<c r="${address}" t="inlineStr"><is><t>${said}</t></is></c>`

test('a stray blank cell in the last row there is costs nothing', async () => {
  const [sheet] = await readWorkbook(await sample('ghost-last-row'))
  expect(sheet?.rows).toHaveLength(2)
})

test('a value in the last cell there is, and people below 200,000 formatted blank rows, are read where they stand', async () => {
  const far = await judged(await withMore(`<row r="1048576">${text('XFD1048576', '见附件')}</row>`))
  expect(far.map(row => row.name)).toEqual(['张三'])
  const blanks = Array.from(
    { length: 200_000 },
    (_, at) => `<row r="${String(at + 3)}"><c r="A${String(at + 3)}" s="1"/><c r="B${String(at + 3)}" s="1"/></row>`,
  )
  const content = await withMore(`${blanks.join('')}<row r="200003">${text('A200003', '李四')}${text('B200003', '女')}</row>`)
  const { people, ignored } = readRoster(await readWorkbook(content), TODAY)
  expect(people.map(row => [row.row, row.name])).toEqual([
    [2, '张三'],
    [200_003, '李四'],
  ])
  expect(ignored).toContainEqual({ row: 3, why: '从这里起连续200000行空行' })
})

test('more blank rows than can be read are told as blank rows', async () => {
  const row = `<row spans="1:9" ht="24" customHeight="1">${'<c s="1"/>'.repeat(7)}</row>`
  const content = await withMore(row.repeat(600_000))
  await expect(readWorkbook(content)).rejects.toThrow(/\d+0000多行空行/)
})

test('a zip whose entries lie about their sizes is read by what comes out of it', async () => {
  const content = zipSync({ ...(await book()) }, { level: 6 })
  const view = new DataView(content.buffer)
  for (let at = 0; at + 4 < content.length; at++) {
    const mark = view.getUint32(at, true)
    // The size once unpacked: 4 GB in the directory, nothing in the entry itself.
    if (mark === 0x02014b50) view.setUint32(at + 24, 0xffff_fff0, true)
    if (mark === 0x04034b50) view.setUint32(at + 22, 1, true)
  }
  expect((await readWorkbook(content)).map(sheet => sheet.rows.length)).toEqual([2])
})

test('whatever can grow within a small file is refused in a sentence before it is held', async () => {
  const wide = await withMore(
    Array.from({ length: 9000 }, (_, at) => `<row r="${String(at + 3)}">${text(`XFD${String(at + 3)}`, 'x')}</row>`).join(''),
  )
  const long = await withMore(`<row r="3">${text('A3', 'x'.repeat(50_000_000))}</row>`)
  const merged = await withMore(`</sheetData><mergeCells>${'<mergeCell ref="A1:A9"/>'.repeat(30_000)}</mergeCells><sheetData>`)
  for (const content of [wide, long, merged]) {
    expect(content.length).toBeLessThan(1_000_000)
    await expect(readWorkbook(content)).rejects.toThrow(UnreadableWorkbook)
    await expect(readWorkbook(content)).rejects.toThrow(/内容太多/)
  }
})

test('what is struck out beside what stands is left out and told', async () => {
  const files = await book()
  const xml = Buffer.from(files['xl/worksheets/sheet1.xml'] ?? []).toString()
  const rich = '<is><r><rPr><strike/></rPr><t>13800001111 </t></r><r><t>13900002222</t></r></is>'
  const content = zipSync({
    ...files,
    'xl/worksheets/sheet1.xml': strToU8(
      xml.replace(
        /<sheetData>.*<\/sheetData>/s,
        `<sheetData><row r="1">${text('A1', '姓名')}${text('B1', '联系电话')}</row><row r="2">${text('A2', '张三')}<c r="B2" t="inlineStr">${rich}</c></row></sheetData>`,
      ),
    ),
  })
  const { people } = readRoster(await readWorkbook(content), TODAY)
  expect(people[0]?.facts?.said.phones).toEqual(['13900002222'])
  expect(people[0]?.warnings.map(one => one.message)).toEqual(['“13800001111”划掉了，没有记'])
})
