import { View } from '@tarojs/components'
import { createContext, type PropsWithChildren } from 'react'
import { createPresence } from './present'
import { spoken } from './spoken'
import './Card.css'

/** Under a section's heading, that of a card is one level lower. */
export const Level = createContext<2 | 3>(2)

const lines = createPresence()

/** Said by every card and line that stands on a page. */
export const useStanding = lines.useHere

/** A section of lines of which each is silent while there is nothing to say; where all are, there is no heading either. */
export const Part = ({ title, children }: PropsWithChildren<{ title: string }>) => {
  const { count, arrive } = lines.useCount()
  return (
    <View className={count > 0 ? 'section stack' : 'section-none'}>
      {count > 0 && (
        <View className="section-title" {...spoken('heading', { level: 2 })}>
          {title}
        </View>
      )}
      <lines.Arrive.Provider value={arrive}>
        <Level.Provider value={3}>{children}</Level.Provider>
      </lines.Arrive.Provider>
    </View>
  )
}
