import type { Column } from '../../../components/order'
import { Table } from '../../../components/Table'
import { briefly, type DeskItem, kindTitle, riskChip, stateChip } from './words'

const stateOf = (item: DeskItem) => [riskChip(item)?.words, stateChip(item).words].filter(Boolean).join('，')

const columns: readonly Column<DeskItem>[] = [
  {
    ...{ key: 'what', words: '谁，什么事', first: 'ascending' as const },
    value: item => item.name,
    say: item => `${item.name}：${kindTitle(item)}${item.urgency === 'urgent' ? '（急）' : ''}`,
  },
  {
    ...{ key: 'promise', words: '说好', first: 'ascending' as const },
    value: item => String(item.promiseAt),
    say: item => briefly(item.promiseAt),
  },
  { key: 'state', words: '怎么样了', value: stateOf, say: stateOf, first: 'ascending' },
]

interface Props {
  items: readonly DeskItem[]
  chosen: string | undefined
  onOpen: (requestId: string) => void
}

/** The requests of one list in a wide window, by the column that is pressed: what was promised soonest stands first. */
export const DeskTable = ({ items, chosen, onOpen }: Props) => (
  <Table
    label="求助"
    columns={columns}
    rows={items}
    keyOf={item => item.requestId}
    by="promise"
    unit="件"
    chosen={chosen}
    onOpen={item => onOpen(item.requestId)}
  />
)
