import { placeColumns, rosterColumns } from '../../../../core/people/roster/table'
import { writeExport } from '../../../kernel/files'
import type { Organization } from '../documents'
import type { Context } from '../use-case'

/** What a person may wonder about before filling in the template. */
const advice = [
  ['表头', '列的先后可以调换，也可以删去不用的列；“姓名”一列必须有', ''],
  ['空着的格', '空着的格不会把已有的内容抹掉', ''],
  ['身份证号', '请不要写身份证号，写了也不会读取', ''],
]

/**
 * An empty roster workbook: the columns on one sheet, how to fill them in with examples on the other. For an organization above the branches it has columns
 * for the branch and, where there are streets below, the street.
 */
export const template = async (
  context: Context<'roster.template'> & { subject: Organization },
): Promise<{ fileId: string; url: string }> => {
  const { writeWorkbook } = await import('../../../spreadsheets/write')
  const { _id: orgId, kind } = context.subject
  const places = kind === 'branch' ? [] : placeColumns.slice(kind === 'committee' ? 0 : 1)
  const all = [...places, ...rosterColumns]
  const columns = all.map(({ title, width }) => ({ title, width }))
  const help = [
    { title: '列', width: 16 },
    { title: '怎么填', width: 60 },
    { title: '例子', width: 30 },
  ]
  const content = await writeWorkbook([
    { name: '花名册', columns, rows: [] },
    { name: '填写说明', columns: help, rows: [...all.map(({ title, how, example }) => [title, how, example]), ...advice] },
  ])
  return writeExport(context, { name: '花名册模板', about: orgId, content })
}
