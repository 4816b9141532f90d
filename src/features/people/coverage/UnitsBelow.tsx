import { View } from '@tarojs/components'
import { gapKinds } from '../../../../core/people/coverage/kinds'
import { coverageWords } from '../../../../core/people/coverage/words'
import { routes } from '../../../../core/shared/routes'
import { Section } from '../../../components/Card'
import { Loaded } from '../../../components/Loaded'
import type { Column } from '../../../components/order'
import { ShortRow } from '../../../components/Rows'
import { Table } from '../../../components/Table'
import type { Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { useWide } from '../../../platform/wide'

type Unit = Given<'board.table'>['items'][number]

const lackingOf = ({ topics }: Unit): number => gapKinds.reduce((sum, kind) => sum + (topics.organizations?.[kind] ?? 0), 0)

/** What it lacks most comes first: what does not fit is cut off. */
const lackingIn = ({ topics }: Unit): string =>
  gapKinds
    .map(kind => ({ kind, lacking: topics.organizations?.[kind] ?? 0 }))
    .filter(({ lacking }) => lacking > 0)
    .sort((one, other) => other.lacking - one.lacking)
    .map(({ kind, lacking }) => `${coverageWords[kind].lacks} ${String(lacking)}`)
    .join('，')

const columns: readonly Column<Unit>[] = [
  { key: 'name', words: '单位', value: one => one.name, say: one => one.name, first: 'ascending' },
  { key: 'all', words: '一共差', value: lackingOf, say: one => String(lackingOf(one)) },
  ...gapKinds.map((kind): Column<Unit> => {
    const value = ({ topics }: Unit) => topics.organizations?.[kind] ?? null
    return { key: kind, words: coverageWords[kind].title, value, say: one => String(value(one) ?? '—') }
  }),
]

const open = ({ orgId, name }: Unit) => go(routes.coverage({ orgId, name }))

/** What stands directly below, that which lacks the most first; nothing below a branch. */
export const UnitsBelow = ({ orgId }: { orgId: string }) => {
  const query = useQuery('board.table', { orgId })
  const wide = useWide()
  return (
    <Loaded query={query} cards={2}>
      {({ items }) => {
        if (items.length === 0) return null
        const worst = [...items].sort((one, other) => lackingOf(other) - lackingOf(one))
        return (
          <Section title="各单位还差多少">
            <View className="stack">
              {wide ? (
                <Table
                  label="各单位还差多少"
                  columns={columns}
                  rows={worst}
                  keyOf={one => one.orgId}
                  by="all"
                  unit="个单位"
                  onOpen={open}
                />
              ) : (
                worst.map(one => (
                  <ShortRow key={one.orgId} name={one.name} note={lackingIn(one) || '都覆盖到了'} onPress={() => open(one)} />
                ))
              )}
            </View>
          </Section>
        )
      }}
    </Loaded>
  )
}
