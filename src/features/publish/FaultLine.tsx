import { View } from '@tarojs/components'
import { Icon } from '../../components/Icon'
import { spoken } from '../../components/spoken'
import type { Faults } from './form'

/** Says beside the button what must be put right above, out of sight perhaps. */
export const FaultLine = ({ faults }: { faults: Faults }) => {
  const said = Object.values(faults)
  if (said.length === 0) return null
  return (
    <View className="row danger" {...spoken('alert')}>
      <Icon name="alert" tone="danger" />
      <View className="grow">{said.join('；')}</View>
    </View>
  )
}
