import { useRouter } from '@tarojs/taro'
import { Receipts } from '../../features/receipts/Receipts'

/** Who has read the notice of an activity. */
export default function ReceiptsPage() {
  const { activityId = '' } = useRouter().params
  return <Receipts activityId={activityId} />
}
