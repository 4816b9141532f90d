import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Icon } from './Icon'
import { spoken } from './spoken'
import './Card.css'

interface Props {
  title?: string
  /** The whole card opens something; then it is spoken as one button. */
  onPress?: () => void
  label?: string
  /** A coloured edge for what needs attention. Words inside must say it too. */
  edge?: 'red' | 'good' | 'warn'
}

/** One matter on white paper. */
export const Card = ({ title, onPress, label, edge, children }: PropsWithChildren<Props>) => (
  <View
    className={`card stack${edge ? ` edge-${edge}` : ''}`}
    {...(onPress ? { onClick: onPress, hoverClass: 'card-pressed', ...spoken('button', { label: label ?? title }) } : {})}
  >
    {title && (
      <View className="row">
        <View className="grow card-title" {...spoken('heading')}>
          {title}
        </View>
        {onPress && <Icon name="next" tone="soft" />}
      </View>
    )}
    {children}
  </View>
)

/** A heading between cards, with what it heads. */
export const Section = ({ title, children }: PropsWithChildren<{ title: string }>) => (
  <View className="section stack">
    <View className="section-title" {...spoken('heading')}>
      {title}
    </View>
    {children}
  </View>
)
