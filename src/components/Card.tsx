import { View } from '@tarojs/components'
import { type PropsWithChildren, useContext } from 'react'
import { Icon } from './Icon'
import { Level, useStanding } from './Part'
import { spoken } from './spoken'
import './Card.css'

interface Props {
  title?: string
  /** The whole card opens something; then it is spoken as one button, with all that stands on it. */
  onPress?: () => void
  /** Said in place of what stands on the card. */
  label?: string
  /** A coloured edge for what needs attention. Words inside must say it too. */
  edge?: 'red' | 'good' | 'warn'
}

/** One matter on white paper. */
export const Card = ({ title, onPress, label, edge, children }: PropsWithChildren<Props>) => {
  useStanding()
  const level = useContext(Level)
  return (
    <View
      className={`card stack${edge ? ` edge-${edge}` : ''}`}
      {...(onPress ? { onClick: onPress, hoverClass: 'card-pressed', ...spoken('button', { label }) } : {})}
    >
      {title && (
        <View className="row">
          <View className="grow card-title" {...(onPress ? {} : spoken('heading', { level }))}>
            {title}
          </View>
          {onPress && <Icon name="next" tone="soft" />}
        </View>
      )}
      {children}
    </View>
  )
}

/** What a page is about, large above its cards. */
export const Title = ({ children }: PropsWithChildren) => (
  <View className="title" {...spoken('heading', { level: 2 })}>
    {children}
  </View>
)

/** A heading between cards, with what it heads. */
export const Section = ({ title, children }: PropsWithChildren<{ title: string }>) => (
  <View className="section stack">
    <View className="section-title" {...spoken('heading', { level: 2 })}>
      {title}
    </View>
    <Level.Provider value={3}>{children}</Level.Provider>
  </View>
)
