import { View } from '@tarojs/components'
import { createContext, type PropsWithChildren, type ReactNode } from 'react'
import './Beside.css'

/** A screen inside is part of another page: it has no name, no frame and no foot of its own. */
export const InPart = createContext(false)

/** In a wide window: a list, and what was chosen in it beside it, in sight however far down the list one is. */
export const Beside = ({ chosen, children }: PropsWithChildren<{ chosen: ReactNode }>) => (
  <View className="beside">
    <View className="beside-list stack">{children}</View>
    <View className="beside-chosen">
      <InPart.Provider value>{chosen}</InPart.Provider>
    </View>
  </View>
)
