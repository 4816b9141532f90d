import { useRouter } from '@tarojs/taro'
import { Door } from '../../features/door/Door'

/** The sign-in screen of an activity. */
export default function DoorPage() {
  const { activityId = '' } = useRouter().params
  return <Door activityId={activityId} />
}
