import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './Mourning.css'

/** Keeps red away from what is inside: it is the colour of joy. */
export const Mourning = ({ children }: PropsWithChildren) => <View className="mourning stack">{children}</View>
