import type { mobileMembers as contract } from '../../../../core/people/mobile-members/contract'
import type { Input, Output } from '../../../../core/shared/operation'
import { writeExport } from '../../../kernel/files'
import { byText, rowsBy } from '../../../kernel/keyset'
import type { Context } from '../use-case'
import { MobileMembers, type MobileMember } from './documents'

type Export = (typeof contract)['mobile.export']

/** As many people as one sheet holds. */
const MOST_ROWS = 5000

const columns = [
  { title: '姓名', width: 12 },
  { title: '所在支部', width: 30 },
  { title: '外出从', width: 14 },
  { title: '打算回来', width: 14 },
  { title: '去处', width: 30 },
  { title: '联系方式', width: 24 },
  { title: '接待支部', width: 30 },
] as const

const rowOf = ({ name, branchName, from, until, where, reach, host }: MobileMember): string[] => [
  ...[name, branchName, from, until ?? '', where, reach, host?.name ?? ''],
]

/** Where they are, as a sheet; each person on it gets an audit row. */
export const exportAway = async ({ orgId }: Input<Export>, context: Context<'mobile.export'>): Promise<Output<Export>> => {
  const { store, subject, audit } = context
  const [{ items }, { writeWorkbook }] = await Promise.all([
    rowsBy(store.table(MobileMembers), { scopes: orgId }, byText('dueOn'), { most: MOST_ROWS }),
    import('../../../spreadsheets/write'),
  ])
  for (const { _id } of items) audit(_id, 'mobile.exported')
  // In the order of names, so that the sheet does not tell whose contact is due.
  const rows = items.toSorted((one, next) => one.name.localeCompare(next.name, 'zh-CN')).map(rowOf)
  return writeExport(context, {
    name: '外出的党员',
    about: subject._id,
    content: await writeWorkbook([{ name: '外出的党员', columns, rows }]),
  })
}
