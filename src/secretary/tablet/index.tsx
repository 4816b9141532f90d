import { useRouter } from '@tarojs/taro'
import { Tablet } from '../../features/door/Tablet'

/** Opens the kiosk of an activity. */
export default function TabletPage() {
  const { activityId = '' } = useRouter().params
  return <Tablet activityId={activityId} />
}
