import { View } from '@tarojs/components'
import { Card } from '../../../../components/Card'
import { useHome } from '../useHome'

/** What to read out to the one who answers. */
export const HomeAddress = ({ forMemberId }: { forMemberId: { forMemberId?: string } }) => {
  const home = useHome(forMemberId)
  return home ? (
    <Card title="在家的话，照这个说">
      <View className="strong">我家在：{home}</View>
    </Card>
  ) : null
}
