import { View } from '@tarojs/components'
import { useState } from 'react'
import { routes } from '../../../../core/shared/routes'
import { sayDay } from '../../../../core/shared/spans'
import { Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { Tabs } from '../../../components/Tabs'
import { call, newId } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { chipOf, type Item, sayText } from './words'

const views = [
  { value: 'open', words: '待答' },
  { value: 'late', words: '过期' },
  { value: 'adopted', words: '采纳' },
  { value: 'all', words: '全部' },
] as const
type View_ = (typeof views)[number]['value']
const isView = (text: string | undefined): text is View_ => views.some(one => one.value === text)

const stateOf = (one: Item) =>
  one.late
    ? { icon: 'warn' as const, tone: 'warn' as const, words: '过期了' }
    : one.answers === false
      ? { icon: 'warn' as const, tone: 'warn' as const, words: '没答到' }
      : chipOf(one.state)

interface Props {
  orgId: string
  orgName: string
  /** Which of them first. */
  first: string | undefined
}

/** 建言献策: what members at and below an organization propose, for those who answer. */
export const SuggestionDesk = ({ orgId, orgName, first }: Props) => {
  const [view, setView] = useState<View_>(isView(first) ? first : 'open')
  const input = view === 'all' ? { orgId } : { orgId, state: view }
  const query = useQuery('suggestion.list', input)
  const { items, more, refusal } = usePages(query, cursor => call('suggestion.list', { ...input, cursor }))
  return (
    <Screen wide>
      <View>
        <Title>建言献策</Title>
        <View className="soft">{orgName}</View>
      </View>
      <Tabs options={views} value={view} onChange={setView} />
      <Loaded query={query} cards={3}>
        {() => (
          <View className="stack">
            {items.length === 0 && <Empty icon="talk" title="这里没有建议" hint="党员在“我的”里按“提个建议”，就会列在这里。" />}
            {items.map(one => (
              <PersonRow
                key={one.suggestionId}
                name={sayText(one.text)}
                note={[one.name, one.branchName, one.state === 'received' || one.late ? `${sayDay(one.dueOn)}以前答复` : (one.unit ?? '')]
                  .filter(Boolean)
                  .join(' · ')}
                state={stateOf(one)}
                onPress={() => go(routes.suggestion({ id: one.suggestionId }))}
              />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
            {items.length > 0 && (
              <ExportButton
                words="导出 Excel"
                icon="sheet"
                name="建言献策.xlsx"
                make={() => call('suggestion.export', input, { commandId: newId() })}
              />
            )}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
