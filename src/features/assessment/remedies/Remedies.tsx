import { View } from '@tarojs/components'
import { useState } from 'react'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { Tabs } from '../../../components/Tabs'
import { call, newId } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { chipOf } from './words'

const views = [
  { value: 'open', words: '正在改' },
  { value: 'late', words: '过期' },
  { value: 'done', words: '销号的' },
] as const
type Chosen = (typeof views)[number]['value']
const isView = (text: string | undefined): text is Chosen => views.some(one => one.value === text)

interface Props {
  orgId: string
  orgName: string
  /** Which of them first. */
  first: string | undefined
}

/** 问题、目标、整改: what is to be put right at and below an organization. */
export const Remedies = ({ orgId, orgName, first }: Props) => {
  const [state, setState] = useState<Chosen>(isView(first) ? first : 'open')
  const input = { orgId, state }
  const query = useQuery('remedy.list', input)
  const { items, more, refusal } = usePages(query, cursor => call('remedy.list', { ...input, cursor }))
  const saves = query.data?.may.includes('save') === true
  return (
    <Screen
      wide
      {...(saves
        ? {
            main: (
              <BigButton icon="add" onPress={() => go(routes.saveRemedy({ orgId, name: orgName }))}>
                列一项整改
              </BigButton>
            ),
          }
        : {})}
    >
      <View>
        <Title>整改清单</Title>
        <View className="soft">{orgName}</View>
      </View>
      <Tabs options={views} value={state} onChange={setState} />
      <Loaded query={query} cards={3}>
        {({ overdue }) => (
          <View className="stack">
            {overdue > 0 && state === 'open' && <Notice tone="warn" title={`有 ${String(overdue)} 项过了日子还没改好`} />}
            {items.length === 0 && (
              <Empty icon="steps" title="这里没有整改" hint="检查、测评、考核里发现的问题，一项一项写清目标、办法、谁负责、哪天以前。" />
            )}
            {items.map(one => (
              <PersonRow
                key={one.remedyId}
                name={one.problem}
                note={[one.ownerName, one.branchName].filter(Boolean).join(' · ')}
                state={chipOf(one)}
                onPress={() => go(routes.remedy({ id: one.remedyId }))}
              />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
            {items.length > 0 && (
              <ExportButton
                words="导出 Excel"
                icon="sheet"
                name="问题目标整改清单.xlsx"
                make={() => call('remedy.export', input, { commandId: newId() })}
              />
            )}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
