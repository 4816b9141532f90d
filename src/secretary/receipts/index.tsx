import { useRouter } from '@tarojs/taro'
import { Named } from '../../components/Named'
import { Receipts } from '../../features/life/activities/receipts/Receipts'
import { ForSecretary } from '../Duty'

/** Who has read the notice of an activity. */
export default function ReceiptsPage() {
  const { activityId } = useRouter().params
  return (
    <ForSecretary>
      {() => (
        <Named id={activityId} icon="notice" what="一次通知谁读了、谁没读">
          {id => <Receipts activityId={id} />}
        </Named>
      )}
    </ForSecretary>
  )
}
