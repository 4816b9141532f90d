import { View } from '@tarojs/components'

export default function Help() {
  return <View className="screen">求助</View>
}
