import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { here, type Point } from '../platform/place'
import { BigButton } from './Button'
import { Notice } from './Notice'

/**
 * 找离我最近的: where the phone is, asked for by a press (`main`) and not before; `lost` says how to go on where the phone tells nothing. `otherwise` is what the list
 * shows meanwhile.
 */
export const useNearby = (otherwise = ''): { point: { point?: Point }; main: ReactNode; lost: ReactNode } => {
  const [point, setPoint] = useState<Point | undefined>()
  const [lost, setLost] = useState(false)
  const find = async () => {
    const found = await here()
    setLost(found === undefined)
    if (found) setPoint(found)
  }
  return {
    point: point ? { point } : {},
    main: (
      <BigButton icon="place" busyWords="正在找位置…" onPress={find}>
        {point ? '再找一次附近的' : '找离我最近的'}
      </BigButton>
    ),
    lost: lost && (
      <Notice tone="warn" title="手机没有说出您在哪里" onSeen={() => setLost(false)}>
        <View>{`请在手机里打开定位，再按一次。${otherwise}`}</View>
      </Notice>
    ),
  }
}
