import { View } from '@tarojs/components'
import { useState } from 'react'
import { choosePlace, here, type Point } from '../platform/place'
import { Button } from './Button'
import { FieldFrame } from './Field'
import { Notice } from './Notice'
import { Fact } from './Rows'

interface Props {
  label: string
  hint?: string
  point: Point | undefined
  onChange: (point: Point | undefined) => void
  /** What is said while no point is known. */
  none: string
  /** What is said once there is one. */
  known: string
  /** May it be taken away again? */
  removable?: boolean
}

/** A point on the map: chosen there, or where the phone is now. */
export const PointField = ({ label, hint, point, onChange, none, known, removable = false }: Props) => {
  const [lost, setLost] = useState(false)
  const take = (found: Point | undefined) => {
    setLost(found === undefined)
    if (found) onChange(found)
  }
  const onMap = async () => {
    const chosen = await choosePlace()
    if (chosen) take(chosen.point)
  }
  return (
    <FieldFrame label={label} hint={hint}>
      <Fact icon="place">{point ? known : none}</Fact>
      {lost && (
        <Notice tone="warn" title="手机没有说出您在哪里" onSeen={() => setLost(false)}>
          <View>请在手机里打开定位，再按一次。</View>
        </Notice>
      )}
      {process.env.TARO_ENV === 'weapp' && (
        <Button icon="place" onPress={onMap}>
          在地图上选
        </Button>
      )}
      <Button icon="place" busyWords="正在找位置…" onPress={async () => take(await here())}>
        {point ? '换成手机现在的位置' : '就用手机现在的位置'}
      </Button>
      {removable && point && (
        <Button kind="quiet" icon="remove" onPress={() => onChange(undefined)}>
          不要位置
        </Button>
      )}
    </FieldFrame>
  )
}
