import { View } from '@tarojs/components'
import { useState } from 'react'
import { isGrave, sayWarning } from '../../../../core/people/committees/words'
import { sayDate } from '../../../../core/people/roster/date-words'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import type { Column } from '../../../components/order'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { Table } from '../../../components/Table'
import { Tabs } from '../../../components/Tabs'
import { call, type Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { type Query, useQuery } from '../../../platform/query'
import { useWide } from '../../../platform/wide'

type Row = Given<'committee.list'>['items'][number]

/** What is shown of terms that end: those over, and those of the next half year. */
const HALF_YEAR = 183

const views = {
  waiting: { words: '等审批', none: '没有等审批的班子', hint: '支部选出新班子报上来，就到这里。' },
  expiring: { words: '到期', none: '半年里没有到期的班子', hint: '到期前半年，会提醒支部和街道。' },
  incomplete: { words: '不齐', none: '班子都齐了', hint: '没有书记、人数不够、还没登记的，会列在这里。' },
} as const
type View_ = keyof typeof views
const order = ['waiting', 'expiring', 'incomplete'] as const

const saying = ({ warnings }: Row): string =>
  [...warnings]
    .sort((one, other) => Number(isGrave(other)) - Number(isGrave(one)))
    .map(sayWarning)
    .join('；')
const sayEnds = ({ termEnds }: Row): string => (termEnds === null ? '—' : sayDate(termEnds))

const columns: readonly Column<Row>[] = [
  { key: 'name', words: '支部', value: row => row.name, say: row => row.name, first: 'ascending' },
  { key: 'ends', words: '任期届满', value: row => row.termEnds, say: sayEnds, first: 'ascending' },
  { key: 'why', words: '需要办的', value: saying, say: saying, first: 'ascending' },
]

const open = ({ orgId, name }: Row) => go(routes.committee({ orgId, name }))

interface ListProps {
  view: View_
  query: Query<{ items: Row[]; cursor: string | null }>
  next: (cursor: string) => ReturnType<typeof call<'committee.list'>>
}

const List = ({ view, query, next }: ListProps) => {
  const wide = useWide()
  const { items, more, refusal } = usePages(query, next)
  return (
    <Loaded query={query} cards={3}>
      {() => (
        <View className="stack">
          {items.length === 0 && <Empty icon="people" title={views[view].none} hint={views[view].hint} />}
          {wide && items.length > 0 ? (
            <Table
              label={views[view].words}
              columns={columns}
              rows={items}
              keyOf={row => row.orgId}
              by="ends"
              unit="个支部"
              onOpen={open}
            />
          ) : (
            items.map(row => (
              <PersonRow
                key={row.orgId}
                name={row.name}
                note={[row.termEnds === null ? '' : `任期到${sayEnds(row)}`, saying(row)].filter(one => one !== '').join(' · ')}
                onPress={() => open(row)}
              />
            ))
          )}
          {refusal && <Failure refusal={refusal} />}
          {more && <Button onPress={more}>再看一些</Button>}
        </View>
      )}
    </Loaded>
  )
}

const Expiring = ({ orgId }: { orgId: string }) => (
  <List
    view="expiring"
    query={useQuery('committee.expiring', { orgId, within: HALF_YEAR })}
    next={cursor => call('committee.expiring', { orgId, within: HALF_YEAR, cursor })}
  />
)

const Listed = ({ orgId, what }: { orgId: string; what: 'waiting' | 'incomplete' }) => (
  <List view={what} query={useQuery('committee.list', { orgId, what })} next={cursor => call('committee.list', { orgId, what, cursor })} />
)

/** 支部班子 of a street or the bureau: what waits for a word, whose term ends, whose committee is not complete; each line opens where it is mended. */
export const Committees = ({ orgId, name }: { orgId: string; name: string }) => {
  const [view, setView] = useState<View_>('waiting')
  return (
    <Screen wide>
      <Title>{name}</Title>
      <Tabs options={order.map(value => ({ value, words: views[value].words }))} value={view} onChange={setView} />
      {view === 'expiring' ? <Expiring orgId={orgId} /> : <Listed key={view} orgId={orgId} what={view} />}
      <ExportButton words="导出所有支部的班子" name={`${name}支部班子.xlsx`} make={() => call('committee.export', { orgId })} />
    </Screen>
  )
}
