import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import type { IconName } from '../../../components/icons'
import { Empty, Loaded } from '../../../components/Loaded'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { Tabs } from '../../../components/Tabs'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { CallChaser } from './Chased'
import { RequestRow } from './RequestRow'
import { routes } from '../../../../core/shared/routes'

type Part = 'asked' | 'helping' | 'helped'
const parts: readonly { value: Part; words: string }[] = [
  { value: 'asked', words: '我求助' },
  { value: 'helping', words: '请我帮' },
  { value: 'helped', words: '我帮过' },
]
const empty: Readonly<Record<Part, { icon: IconName; title: string; hint: string }>> = {
  asked: { icon: 'help', title: '还没有求助过', hint: '有事就到“求助”里按一下图，马上帮您找人。' },
  helping: { icon: 'hand', title: '现在没有要您帮的忙', hint: '有人请您帮忙，会出现在这里，也会发到您的微信。' },
  helped: { icon: 'done', title: '还没有办好的求助', hint: '您帮过的忙会记在这里。' },
}
const partOf = (text: string | undefined): Part => parts.find(({ value }) => value === text)?.value ?? 'asked'

interface Props {
  part: string | undefined
  forMemberId: { forMemberId?: string }
  /** The account is a member's own, who may be asked to help. */
  helps: boolean
  head: ReactNode
}

const List = ({ part, forMemberId }: { part: Part; forMemberId: Props['forMemberId'] }) => {
  // What one helps with is one's own, for whomever one acts.
  const input = { part, ...(part === 'asked' ? forMemberId : {}) }
  const query = useQuery('request.mine', input)
  const { items, more, refusal } = usePages(query, cursor => call('request.mine', { ...input, cursor }))
  return (
    <Loaded query={query}>
      {() => (
        <>
          {items.length === 0 && <Empty {...empty[part]} />}
          {items.map(item => (
            <View key={item.requestId} className="stack">
              <RequestRow item={item} />
              <CallChaser item={item} forMemberId={forMemberId} />
            </View>
          ))}
          {refusal && <Failure refusal={refusal} />}
          {more && <Button onPress={more}>看更早的</Button>}
        </>
      )}
    </Loaded>
  )
}

/** What I asked for, what I am asked and hold, what I solved. */
export const MyRequests = ({ part: wanted, forMemberId, helps, head }: Props) => {
  const [part, setPart] = useState<Part>(() => partOf(wanted))
  return (
    <Screen>
      {head}
      {helps && <Tabs options={parts} value={part} onChange={setPart} />}
      <List key={part} part={part} forMemberId={forMemberId} />
      {part !== 'asked' && (
        <LinkRow icon="hand" words="我能帮的忙" note="哪些事可以来找我，什么时候不要找" onPress={() => go(routes.helping())} />
      )}
    </Screen>
  )
}
