import { useRouter } from '@tarojs/taro'
import { Named } from '../../components/Named'
import { Door } from '../../features/life/attendance/door/Door'
import { ForSecretary } from '../Duty'

/** The sign-in screen of an activity. */
export default function DoorPage() {
  const { activityId } = useRouter().params
  return (
    <ForSecretary>
      {() => (
        <Named id={activityId} icon="qr" what="一次活动的签到屏">
          {id => <Door activityId={id} />}
        </Named>
      )}
    </ForSecretary>
  )
}
