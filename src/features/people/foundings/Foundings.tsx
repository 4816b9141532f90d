import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayDate } from '../../../../core/people/roster/date-words'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Panes, Screen } from '../../../components/Screen'
import { Tabs } from '../../../components/Tabs'
import { call } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { ApplyForm } from './ApplyForm'
import { FoundingCard } from './FoundingCard'

type Only = 'open' | 'ended'
const views = [
  { value: 'open', words: '在办的' },
  { value: 'ended', words: '办完的' },
] as const

/** 成立支部: applications of an organization and all below it; secretaries and offices apply, street and bureau answer and file. */
export const Foundings = ({ orgId, orgName }: { orgId: string; orgName: string }) => {
  const [only, setOnly] = useState<Only>('open')
  const query = useQuery('founding.list', { orgId, only })
  const { items, more, refusal } = usePages(query, cursor => call('founding.list', { orgId, only, cursor }))
  const [applying, setApplying] = useState(false)
  const [done, setDone] = useState<string | undefined>()
  const answered = async (said: string) => {
    setDone(said)
    await query.reload()
  }
  if (applying) {
    const applied = (dueOn?: string) => {
      setApplying(false)
      if (dueOn !== undefined) void answered(`申请交上去了，${sayDate(dueOn)}前批复`)
    }
    return <ApplyForm orgId={orgId} orgName={orgName} onDone={applied} />
  }
  // What waits for an answer stands before what is only to be filed; the first due, and so the late ones, come first.
  const inOrder = [...items.filter(one => one.state === 'open'), ...items.filter(one => one.state !== 'open')]
  const side = (
    <>
      <View>
        <Title>成立支部</Title>
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
        query.data?.may.includes('apply') ? (
          <BigButton icon="add" onPress={() => setApplying(true)}>
            申请成立支部
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
                  title={only === 'open' ? '现在没有在办的申请' : '还没有办完的'}
                  hint="新支部的申请、批复和备案，都在这里看得到。"
                />
              )}
              {inOrder.map(one => (
                <FoundingCard key={one.foundingId} founding={one} onDone={answered} />
              ))}
              {refusal && <Failure refusal={refusal} />}
              {more && <Button onPress={more}>再看后面的</Button>}
            </View>
          )}
        </Loaded>
      </Panes>
    </Screen>
  )
}
