import { View } from '@tarojs/components'
import { familyMay } from '../../../../core/people/identity/family-may'

/** Everything that a family helper may do, and what only the elder may: what the elder agrees to. */
export const FamilyMayList = () => (
  <View>
    {Object.values(familyMay).map(words => (
      <View key={words}>· {words}</View>
    ))}
    <View className="soft">每一次都记下是谁办的，随时可以停下。表决、邀请别人、管绑定的微信，只有本人能办。</View>
  </View>
)
