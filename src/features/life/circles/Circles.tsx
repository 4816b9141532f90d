import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Section } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { call, newId } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { CircleForm } from './CircleForm'
import { type CircleItem, sayCircle } from './words'

const Lines = ({ items }: { items: readonly CircleItem[] }) => (
  <View className="stack">
    {items.map(one => (
      <LinkRow
        key={one.circleId}
        icon={one.mine ? 'done' : 'people'}
        words={one.name}
        note={sayCircle(one)}
        onPress={() => go(routes.circle({ id: one.circleId }))}
      />
    ))}
  </View>
)

const Part = ({ title, items }: { title: string; items: readonly CircleItem[] }) =>
  items.length === 0 ? null : (
    <Section title={title}>
      <Lines items={items} />
    </Section>
  )

interface Props {
  /** The organization whose circles are kept; without it, those around the reader. */
  orgId?: string | undefined
  forMemberId: { forMemberId?: string }
  head: ReactNode
}

/** 兴趣小组: to join, and for officers to make. */
export const Circles = ({ orgId, forMemberId, head }: Props) => {
  const query = useQuery('circle.list', orgId === undefined ? forMemberId : { orgId })
  const { items, more, refusal } = usePages(query, cursor => call('circle.list', { orgId, cursor }))
  const [making, setMaking] = useState(false)
  if (orgId !== undefined && making) {
    const done = (made: boolean) => {
      setMaking(false)
      if (made) void query.reload()
    }
    return <CircleForm orgId={orgId} onDone={done} />
  }
  const may = query.data?.may ?? []
  return (
    <Screen
      main={
        may.includes('create') && (
          <BigButton icon="add" onPress={() => setMaking(true)}>
            办一个兴趣小组
          </BigButton>
        )
      }
    >
      {orgId === undefined && head}
      <Loaded query={query} cards={3}>
        {() => (
          <View className="stack">
            {items.length === 0 && (
              <Empty icon="people" title="这里会列出兴趣小组" hint="书法、舞蹈、门球、太极……支部办起来，按一下就能参加。" />
            )}
            {orgId !== undefined && <Lines items={items} />}
            {orgId === undefined && <Part title="我参加的" items={items.filter(one => one.mine)} />}
            {orgId === undefined && <Part title="可以参加的" items={items.filter(one => !one.mine)} />}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
      {orgId !== undefined && may.includes('export') && (
        <ExportButton words="导出小组和成绩" name="兴趣小组.xlsx" make={() => call('circle.export', { orgId }, { commandId: newId() })} />
      )}
    </Screen>
  )
}
