import { View } from '@tarojs/components'
import { useState } from 'react'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { Tabs } from '../../../components/Tabs'
import { call, newId } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { FindPerson, type Found } from '../../people/public'
import { RaiseWish } from './RaiseWish'
import { sayWish, titleOf, wishIcons } from './words'

const parts = [
  { value: 'open', words: '要办的' },
  { value: 'over', words: '办过的' },
] as const

/** Wishes and escorts of the people an officer looks after: what waits for a plan, what is planned, what was done. */
export const KeepWishes = ({ orgId }: { orgId: string }) => {
  const [part, setPart] = useState<'open' | 'over'>('open')
  const [picking, setPicking] = useState<true | Found | undefined>()
  const input = { orgId, ...(part === 'over' ? { over: true } : {}) }
  const query = useQuery('wish.list', input)
  const { items, more, refusal } = usePages(query, cursor => call('wish.list', { ...input, cursor }))
  if (picking === true)
    return (
      <Screen>
        <Title>替哪位同志提</Title>
        <FindPerson orgId={orgId} onPick={setPicking} />
        <Button kind="quiet" onPress={() => setPicking(undefined)}>
          不选了，返回
        </Button>
      </Screen>
    )
  if (picking) return <RaiseWish elder={picking} forMemberId={{}} head={null} onBack={() => setPicking(undefined)} />
  return (
    <Screen
      main={
        <BigButton icon="add" onPress={() => setPicking(true)}>
          替老同志提一件
        </BigButton>
      }
    >
      <Tabs options={parts} value={part} onChange={setPart} />
      <Loaded query={query}>
        {() => (
          <View className="stack">
            {items.length === 0 && (
              <Empty icon="hand" title="这里会列出要陪着看病的、有心愿的老同志" hint="老同志自己、家里人都能提，您也可以替他们提。" />
            )}
            {items.map(one => (
              <LinkRow
                key={one.wishId}
                icon={wishIcons[one.kind]}
                words={titleOf(one)}
                note={`${sayWish(one)}　${one.text}`}
                onPress={() => go(routes.wish({ id: one.wishId }))}
              />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
      {(query.data?.may ?? []).includes('export') && (
        <ExportButton words="导出心愿和陪同表" name="心愿和陪同.xlsx" make={() => call('wish.export', { orgId }, { commandId: newId() })} />
      )}
    </Screen>
  )
}
