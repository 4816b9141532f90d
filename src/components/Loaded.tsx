import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Query } from '../platform/query'
import { BoardPicture } from './BoardPicture'
import { Button } from './Button'
import { Failure } from './Failure'
import type { IconName } from './icons'
import { spoken } from './spoken'
import { moment } from './times'
import { Notice } from './Notice'
import './Loaded.css'

/** The shape of what will come, shown at once. */
export const Skeleton = ({ cards = 3 }: { cards?: number }) => (
  <View className="stack" {...spoken('status', { label: '正在打开' })}>
    {Array.from({ length: cards }, (_, index) => (
      <View key={index} className="skeleton">
        <View className="skeleton-line wide" />
        <View className="skeleton-line" />
        <View className="skeleton-line short" />
      </View>
    ))}
  </View>
)

interface EmptyProps {
  icon: IconName
  /** What will appear here. */
  title: string
  /** What to do until then. */
  hint: string
  action?: ReactNode
}

/** An empty place that says what will appear and what to do. */
export const Empty = ({ icon, title, hint, action }: EmptyProps) => (
  <View className="empty stack">
    <BoardPicture name={icon} />
    <View className="strong">{title}</View>
    <View className="soft">{hint}</View>
    {action}
  </View>
)

/** Says that what is shown was true some time ago. */
export const Older = ({ at, onRetry }: { at: number; onRetry: () => unknown }) => (
  <Notice tone="warn" title="现在连不上网络">
    <View>下面是{moment(at)}的内容，可能已经变了。</View>
    <Button icon="retry" onPress={onRetry}>
      再试一次
    </Button>
  </Notice>
)

interface Props<T> {
  query: Query<T>
  /** How many cards the page will have, for its skeleton. */
  cards?: number
  children: (data: T) => ReactNode
}

/** Shows the shape of the page, then its content, or why there is none; older content when the network is away. */
export const Loaded = <T,>({ query, cards = 3, children }: Props<T>) => {
  if (query.data === undefined) {
    return query.refusal === undefined ? <Skeleton cards={cards} /> : <Failure refusal={query.refusal} onRetry={query.reload} />
  }
  return (
    <View className="stack">
      {query.keptAt !== undefined && <Older at={query.keptAt} onRetry={query.reload} />}
      {query.keptAt === undefined && query.refusal !== undefined && <Failure refusal={query.refusal} onRetry={query.reload} />}
      {children(query.data)}
    </View>
  )
}
