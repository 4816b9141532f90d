import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { readWorkbook, UnreadableWorkbook } from '../../../cloudfunctions/spreadsheets/read'
import { writeWorkbook } from '../../../cloudfunctions/spreadsheets/write'
import { cellAddress } from '../../../core/people/roster/cells'
import { judgeRows } from '../../../core/people/roster/match'
import { readRoster } from '../../../core/people/roster/read'

const sample = () => readFile(join(__dirname, '../../core/people/roster/samples/花名册-87人.xlsx'))
const written = (data: SheetData) => writeXlsxFile(data, { sheet: '花名册' }).toBuffer()
const day = (iso: string, format: string) => ({ value: new Date(`${iso}T00:00:00Z`), type: Date, format })

test('the sample of 87 people is read cell by cell, blank rows in their places', async () => {
  const [sheet, ...others] = await readWorkbook(await sample())
  expect([sheet?.name, sheet?.rows.length, others.length]).toEqual(['花名册', 96, 0])
  expect(sheet?.rows[8]?.slice(0, 6)).toEqual([6, '林凤根', '男', '汉', new Date('1953-03-05T00:00:00Z'), '1976年5月'])
  expect(sheet?.rows[3]?.slice(1, 6)).toEqual(['姜美斌 ', '女', '汉', 19520914, '1986.9'])
  expect(sheet?.rows[23]?.every(cell => cell === null)).toBe(true)
})

test('a date shown as year and month, or year alone, is as exact as it is shown', async () => {
  const [sheet] = await readWorkbook(
    await written([
      [
        day('1941-03-01', 'yyyy"年"m"月"'),
        day('1941-03-01', 'yyyy/m'),
        day('1941-01-01', 'yyyy'),
        day('1941-03-05', 'yyyy-mm-dd'),
        day('1941-03-05', 'yyyy"年"m"月"d"日"'),
      ],
    ]),
  )
  expect(sheet?.rows[0]).toEqual(['1941-03', '1941-03', '1941', new Date('1941-03-05T00:00:00Z'), new Date('1941-03-05T00:00:00Z')])
})

test('1948.10 typed as a number and shown with its zero keeps it', async () => {
  const [sheet] = await readWorkbook(
    await written([
      [
        { value: 1948.1, type: Number, format: '0.00' },
        { value: 1948.1, type: Number },
        { value: 1948, type: Number, format: '0.00' },
      ],
    ]),
  )
  expect(sheet?.rows[0]).toEqual(['1948.10', 1948.1, 1948])
})

test('a group merged downwards over its people belongs to each of them', async () => {
  const data: SheetData = [
    ['党小组', '姓名', '性别'],
    [{ value: '第一党小组', type: String, rowSpan: 3 }, '张三', '男'],
    [null, '李四', '女'],
    [null, '王五', '男'],
    [{ value: '2组', type: String }, '赵六', '女'],
  ]
  const { people } = readRoster(await readWorkbook(await written(data)), '2026-11-21')
  expect(people.map(one => [one.name, one.facts?.said.groupName])).toEqual([
    ['张三', '第一党小组'],
    ['李四', '第一党小组'],
    ['王五', '第一党小组'],
    ['赵六', '第二党小组'],
  ])
})

test('a hidden sheet is known as hidden', async () => {
  const book = await writeXlsxFile([
    {
      data: [
        ['姓名', '性别'],
        ['张三', '男'],
      ],
      sheet: '花名册',
    },
    {
      data: [
        ['姓名', '性别'],
        ['李四', '女'],
      ],
      sheet: '旧表',
    },
  ]).toBuffer()
  const files = unzipSync(new Uint8Array(book))
  const workbook = Buffer.from(files['xl/workbook.xml'] ?? []).toString()
  const hidden = zipSync({ ...files, 'xl/workbook.xml': strToU8(workbook.replace('name="旧表"', 'name="旧表" state="hidden"')) })
  expect((await readWorkbook(hidden)).map(sheet => [sheet.name, sheet.hidden])).toEqual([
    ['花名册', false],
    ['旧表', true],
  ])
})

test.each<[string, Uint8Array, RegExp]>([
  ['an empty file', new Uint8Array(), /空的/],
  ['an old .xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), /另存为/],
  ['a text file', Buffer.from('姓名,性别\n张三,男\n'), /不是 Excel 文件/],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /不是 Excel 文件/],
  ['a zip that is no workbook', zipSync({ 'a.txt': strToU8('hello') }), /打不开/],
  ['a file of nine megabytes', new Uint8Array(9_000_000), /太大/],
])('%s is refused in a sentence', async (_, content, sentence) => {
  await expect(readWorkbook(content)).rejects.toThrow(UnreadableWorkbook)
  await expect(readWorkbook(content)).rejects.toThrow(sentence)
})

test('a file cut off half-way is refused in a sentence', async () => {
  const whole = await sample()
  await expect(readWorkbook(whole.subarray(0, 9000))).rejects.toThrow(/打不开/)
})

test('a file that unpacks to more than any roster is refused before it is unpacked', async () => {
  const files = unzipSync(new Uint8Array(await sample()))
  const bomb = zipSync({ ...files, 'xl/worksheets/sheet1.xml': new Uint8Array(61_000_000) })
  expect(bomb.length).toBeLessThan(1_000_000)
  await expect(readWorkbook(bomb)).rejects.toThrow(/内容太多/)
})

test('what looks like a formula is written as text and reads back as it was', async () => {
  const texts = ['=HYPERLINK("http://x")', '+86', '-1', '@SUM(A1)', '13800001111', '0513-77505919', '䶮']
  const book = await writeWorkbook([{ name: '花名册', columns: texts.map(() => ({ title: '列', width: 10 })), rows: [texts] }])
  const xml = Object.entries(unzipSync(book))
    .flatMap(([path, content]) => (path.startsWith('xl/') ? [Buffer.from(content).toString()] : []))
    .join('')
  expect(xml).not.toContain('<f>')
  const [sheet] = await readWorkbook(book)
  expect(sheet?.rows[1]?.slice(0, 4)).toEqual(texts.slice(0, 4).map(text => `'${text}`))
  const { people } = readRoster(
    [
      {
        name: 'S',
        rows: [
          ['姓名', '备注'],
          ['张三', sheet?.rows[1]?.[0] ?? null],
        ],
      },
    ],
    '2026-11-21',
  )
  expect(people[0]?.facts?.said.note).toBe(texts[0])
})

test('530 people with 20 columns are read and judged', async () => {
  const [sheet] = await readWorkbook(await sample())
  const people = (sheet?.rows ?? []).slice(3, 91).filter(row => row[1] !== null)
  const titles = [...(sheet?.rows[2] ?? []), '联络员', '民族情况']
  const many = Array.from({ length: 530 }, (_, index) => {
    const row = [...(people[index % people.length] ?? []), '李联络', '汉']
    row[1] = `${String(row[1]).trim()}${'甲乙丙丁戊己庚'.charAt(Math.floor(index / people.length))}`
    return row.map(cell => (cell instanceof Date ? { value: cell, type: Date, format: 'yyyy-mm-dd' } : cell))
  })
  const book = await written([titles, ...many])
  const rows = judgeRows(readRoster(await readWorkbook(book), '2026-11-21').people, [])
  expect(rows.filter(row => row.fate === 'new')).toHaveLength(530)
})

test('cells far outside the table cost nothing', async () => {
  const files = unzipSync(
    new Uint8Array(
      await written([
        ['姓名', '性别'],
        ['张三', '男'],
      ]),
    ),
  )
  const xml = Buffer.from(files['xl/worksheets/sheet1.xml'] ?? []).toString()
  const far = xml.replace('</sheetData>', `<row r="1048576"><c r="${cellAddress(1, 1048575)}"/></row></sheetData>`)
  const sheets = await readWorkbook(zipSync({ ...files, 'xl/worksheets/sheet1.xml': strToU8(far) }))
  expect(readRoster(sheets, '2026-11-21').people).toHaveLength(1)
})
