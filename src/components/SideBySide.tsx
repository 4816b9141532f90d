import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './SideBySide.css'

/** Cards of one kind: one below the other on a phone, side by side in a wide window. */
export const SideBySide = ({ children }: PropsWithChildren) => <View className="side-by-side">{children}</View>
