import { View } from '@tarojs/components'
import { Icon } from './Icon'
import { spoken } from './spoken'

/** Says beside the button what must be put right above, out of sight perhaps. */
export const FaultLine = ({ faults }: { faults: Readonly<Record<string, string>> }) => {
  const said = Object.values(faults)
  if (said.length === 0) return null
  return (
    <View className="row danger" {...spoken('alert')}>
      <Icon name="alert" tone="danger" />
      <View className="grow">{said.join('；')}</View>
    </View>
  )
}
