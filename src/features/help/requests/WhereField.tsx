import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { FieldFrame } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { Fact } from '../../../components/Rows'
import { here, type Point } from '../../../platform/place'
import { useHome } from './useHome'

interface Props {
  forMemberId: { forMemberId?: string }
  /** An officer asks for an elder whose profile they may not read. */
  unseen: boolean
  point: Point | undefined
  onChange: (point: Point | undefined) => void
}

/** Where to come: the home of the roster, or where the phone is now. */
export const WhereField = ({ forMemberId, unseen, point, onChange }: Props) => {
  const home = useHome(unseen ? null : forMemberId)
  const [lost, setLost] = useState(false)
  const find = async () => {
    const found = await here()
    setLost(found === undefined)
    if (found) onChange(found)
  }
  if (point) {
    return (
      <FieldFrame label="到哪里帮忙">
        <Fact icon="place">手机现在的位置（已经记下）</Fact>
        <Button kind="quiet" icon="home" onPress={() => onChange(undefined)}>
          还是到家里来
        </Button>
      </FieldFrame>
    )
  }
  return (
    <FieldFrame label="到哪里帮忙">
      <Fact icon="home">{home ? `家里：${home}` : home === '' ? '家里（没有登记地址，请在话里说一声）' : '家里'}</Fact>
      {lost && (
        <Notice tone="warn" title="手机没有说出您在哪里" onSeen={() => setLost(false)}>
          <View>请在手机里打开定位，再按一次；或者在话里说一声在哪里。</View>
        </Notice>
      )}
      <Button kind="quiet" icon="place" busyWords="正在找位置…" onPress={find}>
        不在家，到手机现在的位置来
      </Button>
    </FieldFrame>
  )
}
