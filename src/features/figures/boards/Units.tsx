import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { bySeriousness, whatToDo } from '../../../../core/figures/boards/todo'
import { Loaded } from '../../../components/Loaded'
import { type Column, inOrder } from '../../../components/order'
import { Table } from '../../../components/Table'
import { useQuery } from '../../../platform/query'
import { Attention } from './Attention'
import { Beside, type Chosen } from './Beside'
import { columns, type Unit } from './figures'
import { type Data, named, type Place } from './words'

/** Ordered by every column in turn, so that units alike in one stand by the next. */
const worstFirst = (units: readonly Unit[]): Unit[] =>
  bySeriousness
    .flatMap(topic => columns.filter(one => one.key === topic))
    .reduceRight((rows, column) => inOrder(rows, column, column.first ?? 'descending'), [...units])

/** The columns; of a topic that is being counted the numbers would not agree with the others. */
const columnsOf = ({ figures }: Data): readonly Column<Unit>[] =>
  columns.map(one =>
    figures.some(({ topic, counting }) => topic === one.key && counting === true)
      ? { ...one, value: () => null, say: () => '统计中' }
      : one,
  )

interface Props {
  place: Place
  data: Data
  chosen: Chosen | undefined
  onChoose: (chosen: Chosen | undefined) => void
}

/** On a wide window: all that stands directly under an organization with its columns, worst first, and beside it what needs attention or was pressed; `children` stand below the table. */
export const Units = ({ place, data, chosen, onChoose, children }: PropsWithChildren<Props>) => {
  const query = useQuery('board.table', { orgId: place.orgId, period: place.month })
  const worst = whatToDo(data.figures, []).things[0]?.topic ?? 'pairings'
  return (
    <View className={`board-panes${chosen ? ' open' : ''}`}>
      <View className="board-table stack">
        <Loaded query={query} cards={2}>
          {({ items }) => (
            <Table
              key={`${place.month}/${worst}`}
              label="各单位比一比"
              columns={columnsOf(data)}
              rows={worstFirst(items)}
              keyOf={one => one.orgId}
              by={worst}
              unit="个单位"
              chosen={chosen && 'orgId' in chosen ? chosen.orgId : undefined}
              onOpen={one => onChoose(named(one))}
            />
          )}
        </Loaded>
        {children}
      </View>
      <View className="board-beside stack">
        {chosen ? <Beside chosen={chosen} place={place} onChoose={onChoose} /> : <Attention place={place} data={data} />}
      </View>
    </View>
  )
}
