import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Icon } from './Icon'
import { spoken } from './spoken'
import './Figure.css'

/** Numbers of a board, two to a row on a phone, side by side on a wide window. */
export const Figures = ({ children }: PropsWithChildren) => <View className="figures">{children}</View>

interface Props {
  words: string
  number: string
  /** Against the month before. */
  note?: string
  whole?: boolean
  onPress?: () => void
}

/** One number, large, and how it went (`children`); a press opens the rows behind it, where there are any to see. */
export const Figure = ({ words, number, note = '', whole = false, onPress, children }: PropsWithChildren<Props>) => (
  <View
    className={`figure${whole ? ' whole' : ''}`}
    {...(onPress ? { hoverClass: 'card-pressed', onClick: onPress, ...spoken('button') } : {})}
  >
    <View className="row tight">
      <View className="grow">{words}</View>
      {onPress && <Icon name="next" tone="soft" />}
    </View>
    <View className="figure-number">{number}</View>
    {children}
    {note !== '' && <View className="soft small">{note}</View>}
  </View>
)
