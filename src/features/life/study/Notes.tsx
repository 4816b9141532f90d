import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Screen } from '../../../components/Screen'
import { Tabs } from '../../../components/Tabs'
import { call } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { Said } from '../../../components/Said'

const parts = [
  { value: 'picked', words: '书记推荐的' },
  { value: 'all', words: '全部' },
] as const

/** 大家的心得: what colleagues let the branch read, the recommended first. */
export const Notes = ({ forMemberId, head }: { forMemberId: { forMemberId?: string }; head: ReactNode }) => {
  const [part, setPart] = useState<'picked' | 'all'>('picked')
  const input = { ...forMemberId, ...(part === 'picked' ? { picked: true } : {}) }
  const query = useQuery('study.notes', input)
  const { items, more, refusal } = usePages(query, cursor => call('study.notes', { ...input, cursor }))
  return (
    <Screen>
      {head}
      <Tabs options={parts} value={part} onChange={setPart} />
      <Loaded query={query} cards={3}>
        {() => (
          <View className="stack">
            {items.length === 0 && (
              <Empty icon="talk" title="还没有" hint="写心得时选“让支部的同志都看看”，就会列在这里；好的，书记会推荐给大家。" />
            )}
            {items.map(one => (
              <Card key={`${one.taskId}${one.memberId}`} title={one.name}>
                <View className="soft">{one.title}</View>
                <Said of={one.name} said={one} />
              </Card>
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
