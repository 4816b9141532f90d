import { View } from '@tarojs/components'

/** WeChat asks for this component where the bar is our own; each tab page draws its bar itself (`components/TabBar`). */
export default function CustomTabBar() {
  return <View />
}
