import { useRouter } from '@tarojs/taro'
import { Sheet } from '../../features/sheet/Sheet'

/** The sheet of an activity. */
export default function SheetPage() {
  const { activityId = '' } = useRouter().params
  return <Sheet activityId={activityId} />
}
