import { View } from '@tarojs/components'
import { useState } from 'react'
import { gradeWords } from '../../../../core/assessment/debriefs/rules'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { Tabs } from '../../../components/Tabs'
import { fullDate } from '../../../components/times'
import { call, type Given, newId } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'

type Line = Given<'debrief.list'>['items'][number]

const stateOf = ({ state, grade }: Line) =>
  state === 'missing'
    ? ({ icon: 'clock', tone: 'soft', words: '没有交' } as const)
    : state === 'submitted'
      ? ({ icon: 'edit', tone: 'warn', words: '等点评' } as const)
      : ({ icon: 'done', tone: 'good', words: grade === undefined ? '评了' : gradeWords[grade] } as const)

interface Props {
  orgId: string
  orgName: string
  year: number
}

/** 述职 of the branches below an organization: who handed in, how it was judged. */
export const Debriefs = ({ orgId, orgName, year: first }: Props) => {
  const [year, setYear] = useState(first)
  const input = { orgId, year }
  const query = useQuery('debrief.list', input)
  const { items, more, refusal } = usePages(query, cursor => call('debrief.list', { ...input, cursor }))
  return (
    <Screen wide>
      <View>
        <Title>支部书记述职</Title>
        <View className="soft">{orgName}</View>
      </View>
      <Tabs
        options={[first - 1, first].map(value => ({ value: String(value), words: `${String(value)}年` }))}
        value={String(year)}
        onChange={value => setYear(Number(value))}
      />
      <Loaded query={query} cards={3}>
        {({ branches, submitted }) => (
          <View className="stack">
            <View className="strong">{`${String(branches)} 个支部，交了 ${String(submitted)} 个`}</View>
            {items.length === 0 && <Empty icon="edit" title="这里没有支部" hint="下面成立了支部，就会列在这里。" />}
            {items.map(one => (
              <PersonRow
                key={one.branchId}
                name={one.name}
                note={one.at === undefined ? undefined : `${fullDate(one.at)}交`}
                state={stateOf(one)}
                onPress={() => go(routes.debrief({ branchId: one.branchId, year }))}
              />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
            <ExportButton
              words="导出 Excel"
              icon="sheet"
              name={`${String(year)}年述职.xlsx`}
              make={() => call('debrief.export', input, { commandId: newId() })}
            />
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
