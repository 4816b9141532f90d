import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import type { Column } from '../../../components/order'
import { ShortRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { Table } from '../../../components/Table'
import { Tabs } from '../../../components/Tabs'
import { call } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { useWide } from '../../../platform/wide'
import { type Line, sayNext, shortPeriod, stateMarks } from './words'
import { sayDay } from '../../../../core/shared/spans'

type By = 'visit' | 'report'
const parts = [
  { value: 'visit', words: '联络员走访' },
  { value: 'report', words: '支部报告' },
] as const

const openLine = (by: By, { branchId, name, liaison }: Line) =>
  go(
    by === 'report'
      ? routes.branchReport({ branchId, name })
      : liaison
        ? routes.branchVisit({ branchId })
        : routes.nameLiaison({ branchId, name }),
  )

const columnsFor = (year: string): readonly Column<Line>[] => {
  const next = (key: By, words: string): Column<Line> => ({
    key,
    words,
    value: line => line[key]?.dueOn ?? null,
    say: line => {
      const one = line[key]
      return one
        ? one.state === 'upcoming'
          ? stateMarks.done.words
          : `${shortPeriod(one.period, year)} ${stateMarks[one.state].words} ${sayDay(one.dueOn)}`
        : '—'
    },
    first: 'ascending',
  })
  return [
    { key: 'name', words: '支部', value: one => one.name, say: one => one.name, first: 'ascending' },
    {
      key: 'liaison',
      words: '联络员',
      value: one => one.liaison?.name ?? null,
      say: one => one.liaison?.name ?? '没有',
      first: 'ascending',
    },
    {
      key: 'visitedOn',
      words: '上次走访',
      value: one => one.visitedOn ?? null,
      say: one => (one.visitedOn === undefined ? '—' : sayDay(one.visitedOn)),
      first: 'ascending',
    },
    next('visit', '走访'),
    next('report', '报告'),
  ]
}

const Row = ({ by, line, year }: { by: By; line: Line; year: string }) => {
  const next = line[by]
  const who = by === 'visit' ? `${line.liaison?.name ?? '没有联络员'}；` : ''
  return (
    <ShortRow
      name={line.name}
      note={`${who}${sayNext(next, by === 'visit' ? '走访' : '交报告', year)}`}
      {...(next ? { state: next.state === 'upcoming' ? stateMarks.done : stateMarks[next.state] } : {})}
      onPress={() => openLine(by, line)}
    />
  )
}

/** The branches under a street or the bureau: who visits them, what is due and late, what they reported; a press opens the act that mends it. */
export const Liaisons = ({ orgId, name }: { orgId: string; name: string }) => {
  const [by, setBy] = useState<By>('visit')
  const wide = useWide()
  const year = dateOf(now()).slice(0, 4)
  const query = useQuery('liaison.list', { orgId, by })
  const { items, more, refusal } = usePages(query, cursor => call('liaison.list', { orgId, by, cursor }))
  return (
    <Screen wide>
      <Title>{name}</Title>
      <Tabs options={parts} value={by} onChange={setBy} />
      <Loaded query={query}>
        {() => (
          <View className="stack">
            {items.length === 0 && <Empty icon="place" title="这里还没有支部" hint="建了支部，谁去联系、什么时候去，会列在这里。" />}
            {wide && items.length > 0 ? (
              <Table
                key={by}
                label="支部的联络员、走访和报告"
                columns={columnsFor(year)}
                rows={items}
                keyOf={line => line.branchId}
                by={by}
                unit="个支部"
                onOpen={line => openLine(by, line)}
              />
            ) : (
              items.map(line => <Row key={line.branchId} by={by} line={line} year={year} />)
            )}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些支部</Button>}
            {items.length > 0 && (
              <ExportButton words="导出 Excel" icon="sheet" name={`支部联络 ${name}.xlsx`} make={() => call('liaison.export', { orgId })} />
            )}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
