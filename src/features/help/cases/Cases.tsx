import { View } from '@tarojs/components'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { dated } from '../../../components/times'
import { call, type Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'

type Item = Given<'case.list'>['items'][number]

const sayState = ({ as, closed }: Item): string => {
  if (closed) return '谈完了'
  return { keeper: '您负责', asked: '请您看一看，愿不愿意帮忙', in: '您在帮忙' }[as]
}

/** 新老联手: what one is asked to help with; `opens`: for officers, who ask a colleague. */
export const Cases = ({ opens }: { opens: boolean }) => {
  const query = useQuery('case.list', {}, { kept: false })
  const { items, more, refusal } = usePages(query, cursor => call('case.list', { cursor }))
  return (
    <Screen
      main={
        opens && (
          <BigButton icon="talk" onPress={() => go(routes.openCase())}>
            请老同志一起谈谈
          </BigButton>
        )
      }
    >
      <View className="soft">这里的事，只有被请到的同志看得到。</View>
      <Loaded query={query} cards={2}>
        {() => (
          <View className="stack">
            {items.length === 0 && <Empty icon="talk" title="现在没有请您谈的事" hint="有人请您一起做工作，会在消息里告诉您。" />}
            {items.map(one => (
              <LinkRow
                key={one.caseId}
                icon={one.closed ? 'done' : 'talk'}
                words={one.name === '' ? '有一件事请您看' : one.name}
                note={`${sayState(one)} · ${dated(one.openedAt)}`}
                onPress={() => go(routes.case({ id: one.caseId }))}
              />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看一些</Button>}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
