import { View } from '@tarojs/components'
import { Fragment, type ReactNode, useState } from 'react'
import { Button } from './Button'

/** The first of many, and the button that draws more of them, where there are more. */
export const useSome = <T,>(items: readonly T[], step: number, unit: string): [some: readonly T[], more: ReactNode] => {
  const [shown, setShown] = useState(step)
  const left = items.length - shown
  return [
    items.slice(0, shown),
    left > 0 && <Button onPress={() => setShown(shown + step)}>{`再看 ${Math.min(step, left)} ${unit}（还有 ${left} ${unit}）`}</Button>,
  ]
}

interface Props<T> {
  items: readonly T[]
  keyOf: (item: T) => string
  children: (item: T) => ReactNode
  /** How many are drawn at first, and how many more at each press. */
  step?: number
  /** What they are called: 人, 行. */
  unit?: string
}

/** A long list, drawn some at a time: a phone of an elder should not have to carry five hundred rows at once. */
export const Many = <T,>({ items, keyOf, children, step = 30, unit = '人' }: Props<T>) => {
  const [some, more] = useSome(items, step, unit)
  return (
    <View className="stack">
      {some.map(item => (
        <Fragment key={keyOf(item)}>{children(item)}</Fragment>
      ))}
      {more}
    </View>
  )
}
