import { useRouter } from '@tarojs/taro'
import { Record } from '../../features/record/Record'

/** The record of an activity. */
export default function RecordPage() {
  const { activityId = '' } = useRouter().params
  return <Record activityId={activityId} />
}
