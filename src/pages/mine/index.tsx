import { View } from '@tarojs/components'

export default function Mine() {
  return <View className="screen">我的</View>
}
