import { View } from '@tarojs/components'
import { type PropsWithChildren, type ReactNode, useContext } from 'react'
import { useLarge } from '../platform/screen'
import { InPart } from './Beside'
import { DeskHeader, PageName } from './DeskHeader'
import { landmark } from './spoken'
import { type Tab, TabBar } from './TabBar'
import './Screen.css'

interface Props {
  /** The one act of the screen (a `BigButton`), always in sight at the bottom. */
  main?: ReactNode
  /** Which tab this is; pages that are not tabs have no bar. */
  tab?: Tab
  /** Stands alone, as on a shared tablet: nothing leads away from it. */
  alone?: boolean
  /** Uses the whole of a wide window (`Panes`); other pages stay a column that is easy to read. */
  wide?: boolean
}

/** The frame of every page: paper, letters as large as the person wants them, the main act at the bottom. */
export const Screen = ({ main, tab, alone = false, wide = false, children }: PropsWithChildren<Props>) => {
  const large = useLarge()
  const inPart = useContext(InPart)
  if (inPart) {
    return (
      <View className="stack">
        {children}
        {main}
      </View>
    )
  }
  return (
    <View className={`screen${large ? ' large' : ''}${wide ? ' wide' : ''}`}>
      {tab || alone ? <PageName /> : <DeskHeader />}
      <View className="screen-body stack" {...landmark('main')}>
        {children}
      </View>
      {(main || tab) && (
        <View className="screen-foot">
          {main && (
            <View className="screen-main stack" {...landmark('region', '这一页要做的')}>
              {main}
            </View>
          )}
          {tab && <TabBar here={tab} />}
        </View>
      )}
    </View>
  )
}

/** Two parts of one matter: one below the other on a phone, side by side in a wide window, where `side` stays in sight. */
export const Panes = ({ side, children }: PropsWithChildren<{ side: ReactNode }>) => (
  <View className="panes">
    <View className="pane-side stack">{side}</View>
    <View className="pane-rest stack">{children}</View>
  </View>
)
