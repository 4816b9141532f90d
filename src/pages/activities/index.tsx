import { View } from '@tarojs/components'

export default function Activities() {
  return <View className="screen">活动</View>
}
