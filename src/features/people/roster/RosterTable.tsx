import { careWords } from '../../../../core/people/roster/words'
import type { Column } from '../../../components/order'
import { Table } from '../../../components/Table'
import type { BranchMember } from './branchMembers'
import { byLetter } from './lists'

/** Ages stand by their number, and a bar beside them would say nothing. */
const AGE_DIGITS = 3
const mark = (words: string) => ({ value: words === '' ? null : words, words })

const columnsOf = (members: readonly BranchMember[]): readonly Column<BranchMember>[] => {
  const ranks = new Map(byLetter(members).inOrder.map((one, rank) => [one.memberId, rank]))
  const cared = ({ care }: BranchMember) => mark(care.map(kind => careWords[kind]).join('、'))
  return [
    { key: 'name', words: '姓名', value: one => ranks.get(one.memberId) ?? null, say: one => one.name, first: 'ascending' },
    {
      ...{ key: 'age', words: '岁数' },
      value: ({ age }) => (age === undefined ? null : String(age).padStart(AGE_DIGITS, '0')),
      say: ({ age }) => (age === undefined ? '—' : String(age)),
    },
    { key: 'group', words: '党小组', value: one => one.groupName ?? null, say: one => one.groupName ?? '—', first: 'ascending' },
    { key: 'care', words: '要照顾', value: one => cared(one).value, say: one => cared(one).words || '—' },
    {
      key: 'bound',
      words: '微信',
      value: one => (one.bound ? '1' : '0'),
      say: one => (one.bound ? '绑定了' : '没绑定'),
      first: 'ascending',
    },
  ]
}

interface Props {
  members: readonly BranchMember[]
  chosen: string | undefined
  onOpen: (memberId: string) => void
}

/** The roster in a wide window, by the column that is pressed. */
export const RosterTable = ({ members, chosen, onOpen }: Props) => (
  <Table
    label="花名册"
    columns={columnsOf(members)}
    rows={members}
    keyOf={one => one.memberId}
    by="name"
    unit="人"
    chosen={chosen}
    onOpen={one => onOpen(one.memberId)}
  />
)
