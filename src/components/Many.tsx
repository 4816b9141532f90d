import { View } from '@tarojs/components'
import { Fragment, type ReactNode, useState } from 'react'
import { Button } from './Button'

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
  const [shown, setShown] = useState(step)
  const left = items.length - shown
  return (
    <View className="stack">
      {items.slice(0, shown).map(item => (
        <Fragment key={keyOf(item)}>{children(item)}</Fragment>
      ))}
      {left > 0 && <Button onPress={() => setShown(shown + step)}>{`再看 ${Math.min(step, left)} ${unit}（还有 ${left} ${unit}）`}</Button>}
    </View>
  )
}
