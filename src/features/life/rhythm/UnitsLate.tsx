import { View } from '@tarojs/components'
import { routes } from '../../../../core/shared/routes'
import { Section } from '../../../components/Card'
import type { Column } from '../../../components/order'
import { ShortRow } from '../../../components/Rows'
import { Table } from '../../../components/Table'
import type { Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { useWide } from '../../../platform/wide'

type Unit = Given<'board.table'>['items'][number]

const of = ({ topics }: Unit, name: 'behind' | 'overdue'): number => topics.life?.[name] ?? 0

const columns: readonly Column<Unit>[] = [
  { key: 'name', words: '单位', value: one => one.name, say: one => one.name, first: 'ascending' },
  { key: 'behind', words: '几个支部', value: one => of(one, 'behind'), say: one => String(of(one, 'behind')) },
  { key: 'overdue', words: '没办几项', value: one => of(one, 'overdue'), say: one => String(of(one, 'overdue')) },
]

/** What stands directly below and is late, the worst first. */
export const UnitsLate = ({ orgId }: { orgId: string }) => {
  const units = useQuery('board.table', { orgId }).data?.items.filter(one => of(one, 'overdue') > 0) ?? []
  const wide = useWide()
  if (units.length === 0) return null
  const worst = units.sort((one, other) => of(other, 'overdue') - of(one, 'overdue'))
  const open = ({ orgId: id, name }: Unit) => go(routes.rhythmOverdue({ orgId: id, name }))
  return (
    <Section title="各单位">
      {wide ? (
        <Table label="各单位过期没办" columns={columns} rows={worst} keyOf={one => one.orgId} by="overdue" unit="个单位" onOpen={open} />
      ) : (
        <View className="stack">
          {worst.map(one => (
            <ShortRow
              key={one.orgId}
              name={one.name}
              note={`${String(of(one, 'behind'))} 个支部，没办 ${String(of(one, 'overdue'))} 项`}
              onPress={() => open(one)}
            />
          ))}
        </View>
      )}
    </Section>
  )
}
