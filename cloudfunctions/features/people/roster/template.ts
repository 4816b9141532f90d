import { Members } from '../documents'
import { profileOf } from '../../../../core/people/roster/profile'
import { rosterColumns } from '../../../../core/people/roster/table'
import { dateOf } from '../../../../core/shared/calendar'
import type { Member } from '../documents'
import type { Context } from '../use-case'

/** What a person may wonder about before filling in the template. */
const advice = [
  ['表头', '列的先后可以调换，也可以删去不用的列；“姓名”一列必须有', ''],
  ['空着的格', '空着的格不会把已有的内容抹掉', ''],
  ['身份证号', '请不要写身份证号，写了也不会读取', ''],
]

/** An empty roster workbook: the columns on one sheet, how to fill them in with examples on the other. */
export const template = async (
  _input: { branchId: string },
  { files, commandId }: Context<'roster.template'>,
): Promise<{ fileId: string; url: string }> => {
  const { writeWorkbook } = await import('../../../spreadsheets/write')
  const columns = rosterColumns.map(({ title, width }) => ({ title, width }))
  const help = [
    { title: '列', width: 16 },
    { title: '怎么填', width: 60 },
    { title: '例子', width: 30 },
  ]
  const content = await writeWorkbook([
    { name: '花名册', columns, rows: [] },
    { name: '填写说明', columns: help, rows: [...rosterColumns.map(({ title, how, example }) => [title, how, example]), ...advice] },
  ])
  return files.write(`exports/roster/${commandId}/花名册模板.xlsx`, content)
}

const goneColumns = [
  { title: '已故同志', width: 14 },
  { title: '党小组', width: 16 },
  { title: '去世日期', width: 14 },
  { title: '入党', width: 14 },
  { title: '原单位', width: 30 },
] as const
const goneRow = ({ name, groupName, diedOn, joinedPartyOn, formerPost }: Member): string[] => [
  name,
  groupName ?? '',
  diedOn ?? '',
  joinedPartyOn ?? '',
  formerPost ?? '',
]

/** The roster of the branch as a workbook that reads back unchanged. It shows phone numbers, so each member gets an audit row. */
export const exportRoster = async (
  { branchId }: { branchId: string },
  { store, files, subject: branch, commandId, now, audit }: Context<'roster.export'>,
): Promise<{ fileId: string; url: string }> => {
  const [members, { writeWorkbook }] = await Promise.all([
    store.table(Members).findAll({ branchId }),
    import('../../../spreadsheets/write'),
  ])
  const active = members.filter(member => member.state === 'active')
  const profiles = active.map(profileOf)
  const gone = members.filter(member => member.state === 'dead')
  const content = await writeWorkbook([
    {
      name: '花名册',
      columns: rosterColumns.map(({ title, width }) => ({ title, width })),
      rows: profiles.map(profile => rosterColumns.map(column => column.text(profile))),
    },
    // On a sheet without a 姓名, so that reading the workbook back leaves them out.
    ...(gone.length === 0 ? [] : [{ name: '已故同志', columns: goneColumns, rows: gone.map(goneRow) }]),
  ])
  for (const member of [...active, ...gone]) audit(member._id, 'roster.export')
  const name = branch.name.replace(/[^\p{Script=Han}\w-]/gu, '')
  return files.write(`exports/roster/${commandId}/${name}花名册-${dateOf(now)}.xlsx`, content)
}
