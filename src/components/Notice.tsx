import { View } from '@tarojs/components'
import { Children, type PropsWithChildren } from 'react'
import { Button } from './Button'
import { Icon } from './Icon'
import { spoken } from './spoken'
import './Notice.css'

export type NoticeTone = 'good' | 'warn' | 'danger' | 'info'
const pictures = { good: 'done', warn: 'warn', danger: 'alert', info: 'info' } as const

interface Props {
  tone: NoticeTone
  title: string
  /** Shows 知道了; the notice stays until it is pressed. */
  onSeen?: () => void
  /** Large and in the middle: the one thing the screen has to say (签到成功). */
  big?: boolean
}

/** What happened, in words with a picture; it does not go away by itself. */
export const Notice = ({ tone, title, onSeen, big = false, children }: PropsWithChildren<Props>) => (
  <View className={`notice ${tone}${big ? ' big' : ''}`} {...spoken(tone === 'danger' ? 'alert' : 'status')}>
    <View className="notice-head">
      <Icon name={pictures[tone]} tone={tone} size={big ? 'big' : 'text'} />
      <View className="grow strong">{title}</View>
    </View>
    {Children.toArray(children).length > 0 && <View className="notice-body">{children}</View>}
    {onSeen && <Button onPress={onSeen}>知道了</Button>}
  </View>
)
