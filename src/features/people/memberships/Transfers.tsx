import { View } from '@tarojs/components'
import { useState } from 'react'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Panes, Screen } from '../../../components/Screen'
import { SideBySide } from '../../../components/SideBySide'
import { Tabs } from '../../../components/Tabs'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { LetterCard } from './Letter'

type Only = 'open' | 'ended'
const views = [
  { value: 'open', words: '等接收的' },
  { value: 'ended', words: '办完的' },
] as const

interface Props {
  orgId: string
  orgName: string
  /** The reader is the secretary, who writes letters. */
  writes: boolean
}

/** 组织关系接转: letters from and to an organization and all below it, with their clocks. */
export const Transfers = ({ orgId, orgName, writes }: Props) => {
  const [only, setOnly] = useState<Only>('open')
  const query = useQuery('transfer.list', { orgId, only })
  const { items, more, refusal } = usePages(query, cursor => call('transfer.list', { orgId, only, cursor }))
  const [done, setDone] = useState<string | undefined>()
  const answered = async (said: string) => {
    setDone(said)
    await query.reload()
  }
  const late = items.filter(one => one.overdue)
  const inOrder = [...late, ...items.filter(one => !one.overdue)]
  const side = (
    <>
      <View>
        <Title>组织关系接转</Title>
        <View className="soft">{orgName}</View>
      </View>
      {done !== undefined && <Notice tone="good" title={done} onSeen={() => setDone(undefined)} />}
      <Tabs options={views} value={only} onChange={setOnly} />
    </>
  )
  return (
    <Screen
      wide
      main={
        writes ? (
          <BigButton icon="file" onPress={() => go(routes.startTransfer())}>
            开介绍信
          </BigButton>
        ) : undefined
      }
    >
      <Panes side={side}>
        <Loaded query={query} cards={2}>
          {() => (
            <View className="stack">
              {items.length === 0 && (
                <Empty
                  icon="file"
                  title={only === 'open' ? '现在没有等接收的' : '还没有办完的'}
                  hint="支部之间转组织关系，介绍信和期限都在这里看得到。"
                />
              )}
              <SideBySide>
                {inOrder.map(letter => (
                  <LetterCard key={letter.transferId} letter={letter} onDone={answered} />
                ))}
              </SideBySide>
              {refusal && <Failure refusal={refusal} />}
              {more && <Button onPress={more}>再看后面的</Button>}
              {items.length > 0 && (
                <ExportButton
                  words="导出 Excel"
                  icon="sheet"
                  name="组织关系接转.xlsx"
                  make={() => call('transfer.export', { orgId, only })}
                />
              )}
            </View>
          )}
        </Loaded>
      </Panes>
    </Screen>
  )
}
