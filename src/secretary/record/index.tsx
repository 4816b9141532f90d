import { useRouter } from '@tarojs/taro'
import { Named } from '../../components/Named'
import { Record } from '../../features/life/activities/record/Record'
import { ForSecretary } from '../Duty'

/** The record of an activity. */
export default function RecordPage() {
  const { activityId } = useRouter().params
  return (
    <ForSecretary>
      {() => (
        <Named id={activityId} icon="edit" what="一次活动的记录">
          {id => <Record activityId={id} />}
        </Named>
      )}
    </ForSecretary>
  )
}
