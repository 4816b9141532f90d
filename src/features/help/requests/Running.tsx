import { View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import { Icon } from '../../../components/Icon'
import { LinkRow } from '../../../components/Rows'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { CallChaser, Sorry } from './Chased'
import { PromiseBar } from './PromiseBar'
import { iconOf, inOneLine, isLate, isRunning, type Item, kindTitle } from './words'
import { routes } from '../../../../core/shared/routes'

/** So many are named, the rest is one press away. */
const SHOWN = 2

/** What this person asked for and what is not over yet; nothing while it is not known. */
export const useRunning = (forMemberId: { forMemberId?: string }): Item[] =>
  (useQuery('request.mine', { part: 'asked', ...forMemberId }, { atOnce: true }).data?.items ?? []).filter(isRunning)

interface LineProps {
  item: Item
  /** Whose request it is, as the reader says it. */
  whose: string
  forMemberId: { forMemberId?: string }
}

/** One request with its promise; a broken one says so, and rings who chases it. */
const RunningLine = ({ item, whose, forMemberId }: LineProps) => {
  const words = `${whose}的求助：${kindTitle(item)}`
  return (
    <>
      <Card onPress={() => go(routes.request({ id: item.requestId }))} {...(isLate(item) ? { edge: 'warn' as const } : {})}>
        <View className="row">
          <Icon name={iconOf(item)} tone={item.urgency === 'urgent' ? 'danger' : 'ink'} />
          <View className="grow strong">{words}</View>
          <Icon name="next" tone="soft" />
        </View>
        <PromiseBar compact item={item} />
        {isLate(item) ? <Sorry item={item} /> : <View className="soft small">{inOneLine(item)}</View>}
      </Card>
      <CallChaser item={item} forMemberId={forMemberId} />
    </>
  )
}

/** One line each with its promise; whose it is, where one acts for another. */
export const RunningLines = ({ running, forMemberId }: { running: readonly Item[]; forMemberId: { forMemberId?: string } }) => (
  <>
    {running.slice(0, SHOWN).map(item => (
      <RunningLine
        key={item.requestId}
        item={item}
        whose={forMemberId.forMemberId === undefined ? '我' : `${item.name}同志`}
        forMemberId={forMemberId}
      />
    ))}
    {running.length > SHOWN && (
      <LinkRow icon="list" words={`还有 ${running.length - SHOWN} 件求助`} onPress={() => go(routes.requests({ part: 'asked' }))} />
    )}
  </>
)

/** What runs for this person, on the first screen. Silent while there is nothing. */
export const Running = ({ forMemberId }: { forMemberId: { forMemberId?: string } }) => (
  <RunningLines running={useRunning(forMemberId)} forMemberId={forMemberId} />
)

/** For a member who is asked to help, or has a request in hand. Silent while there is nothing. */
export const InHand = () => {
  const query = useQuery('request.mine', { part: 'helping' }, { atOnce: true })
  const items = query.data?.items ?? []
  const [first] = items
  if (!first) return null
  const waiting = items.filter(item => item.as === 'asked')
  return (
    <LinkRow
      icon="hand"
      words={waiting.length > 0 ? `${waiting.length} 件求助等您答复` : `您手里有 ${items.length} 件求助`}
      note={`${first.name}：${kindTitle(first)}，${first.promise}`}
      onPress={() => go(items.length === 1 ? routes.request({ id: first.requestId }) : routes.requests({ part: 'helping' }))}
    />
  )
}
