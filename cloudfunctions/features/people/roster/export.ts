import { profileOf } from '../../../../core/people/roster/profile'
import { rosterColumns } from '../../../../core/people/roster/table'
import { dateOf } from '../../../../core/shared/calendar'
import { writeExport } from '../../../kernel/files'
import { Members, type Member } from '../documents'
import type { TextSheet } from '../../../spreadsheets/write'
import type { Context } from '../use-case'

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

/** The roster of these members, with those who died, in the columns that are read back unchanged. */
export const rosterSheets = (members: readonly Member[]): TextSheet[] => {
  const profiles = members.filter(member => member.state === 'active').map(profileOf)
  const gone = members.filter(member => member.state === 'dead')
  return [
    {
      name: '花名册',
      columns: rosterColumns.map(({ title, width }) => ({ title, width })),
      rows: profiles.map(profile => rosterColumns.map(column => column.text(profile))),
    },
    // On a sheet without a 姓名, so that reading the workbook back leaves them out.
    ...(gone.length === 0 ? [] : [{ name: '已故同志', columns: goneColumns, rows: gone.map(goneRow) }]),
  ]
}

/** The roster of the branch as a workbook that reads back unchanged. It shows phone numbers, so each member gets an audit row. */
export const exportRoster = async (
  { branchId }: { branchId: string },
  context: Context<'roster.export'>,
): Promise<{ fileId: string; url: string }> => {
  const { store, subject: branch, now, audit } = context
  const [members, { writeWorkbook }] = await Promise.all([
    store.table(Members).findAll({ branchId }),
    import('../../../spreadsheets/write'),
  ])
  const active = members.filter(member => member.state === 'active')
  const gone = members.filter(member => member.state === 'dead')
  const content = await writeWorkbook(rosterSheets(members))
  for (const member of [...active, ...gone]) audit(member._id, 'roster.export')
  const name = branch.name.replace(/[^\p{Script=Han}\w-]/gu, '')
  return writeExport(context, { name: `${name}花名册-${dateOf(now)}`, about: branchId, content })
}
