import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { useLarge } from '../platform/screen'
import { DeskHeader } from './DeskHeader'
import { type Tab, TabBar } from './TabBar'
import './Screen.css'

interface Props {
  /** The one act of the screen (a `BigButton`), always in sight at the bottom. */
  main?: ReactNode
  /** Which tab this is; pages that are not tabs have no bar. */
  tab?: Tab
  /** Stands alone, as on a shared tablet: nothing leads away from it. */
  alone?: boolean
}

/** The frame of every page: paper, letters as large as the person wants them, the main act at the bottom. */
export const Screen = ({ main, tab, alone = false, children }: PropsWithChildren<Props>) => {
  const large = useLarge()
  return (
    <View className={`screen${large ? ' large' : ''}`}>
      {process.env.TARO_ENV === 'h5' && !tab && !alone && <DeskHeader />}
      <View className="screen-body stack">{children}</View>
      {(main || tab) && (
        <View className="screen-foot">
          {main && <View className="screen-main stack">{main}</View>}
          {tab && <TabBar here={tab} />}
        </View>
      )}
    </View>
  )
}
