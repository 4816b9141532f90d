import type { pairings as contract } from '../../../../core/care/pairings/contract'
import { pairingWords } from '../../../../core/care/pairings/notices'
import { dateOf } from '../../../../core/shared/calendar'
import { writeExport } from '../../../kernel/files'
import type { Handlers } from '../use-case'
import { branchPairings, type BranchPairings, careOf } from './branch-pairings'
import { type Gap, gapsOf } from './gaps'
import { type List, listOf } from './list'

export const pairColumns = [
  { title: '联系人', width: 16 },
  { title: '一共联系', width: 10 },
  { title: '老同志', width: 12 },
  { title: '党小组', width: 16 },
  { title: '关怀', width: 20 },
  { title: '联系方式', width: 12 },
  { title: '从何时起', width: 14 },
] as const
const gapColumns = [
  { title: '老同志', width: 12 },
  { title: '党小组', width: 16 },
  { title: '关怀', width: 20 },
  { title: '建议', width: 40 },
] as const

export const pairRows = ({ helpers }: List, { members }: BranchPairings): string[][] => {
  const byId = new Map(members.map(one => [one._id, one]))
  return helpers.flatMap(({ name, partner, load, elders }) =>
    elders.map(({ memberId, name: called, kind, since }) => {
      const elder = byId.get(memberId)
      return [
        partner ? `${name}（共建单位）` : name,
        String(load.count),
        called,
        elder?.groupName ?? '',
        elder ? careOf(elder).join('、') : '',
        pairingWords[kind],
        dateOf(since),
      ]
    }),
  )
}

const gapRow = ({ name, groupName = '', care, suggestion }: Gap): string[] => [
  name,
  groupName,
  care.join('、'),
  suggestion ? `${suggestion.name}（${suggestion.why}）` : '',
]

/** The helpers with their elders, and on a second sheet the elders without a helper. A branch is small enough to be exported whole. */
export const exportPairings: Handlers<Pick<typeof contract, 'pairing.export'>> = {
  async 'pairing.export'(_, context) {
    const { store, subject, audit } = context
    const [pairings, { writeWorkbook }] = await Promise.all([branchPairings(store, subject), import('../../../spreadsheets/write')])
    const list = listOf(pairings, subject)
    const gaps = gapsOf(pairings, subject)
    const named = [...list.helpers.flatMap(one => one.elders), ...gaps].map(one => one.memberId)
    for (const memberId of new Set(named)) audit(memberId, 'pairing.exported')
    const content = await writeWorkbook([
      { name: '结对', columns: pairColumns, rows: pairRows(list, pairings) },
      { name: '没有结对', columns: gapColumns, rows: gaps.map(gapRow) },
    ])
    return writeExport(context, { name: '结对名单', about: subject._id, content })
  },
}
