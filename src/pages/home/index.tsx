import { View } from '@tarojs/components'

export default function Home() {
  return <View className="screen">首页</View>
}
