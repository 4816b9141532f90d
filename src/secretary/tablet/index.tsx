import { useRouter } from '@tarojs/taro'
import { Named } from '../../components/Named'
import { Tablet } from '../../features/life/attendance/door/Tablet'
import { ForSecretary } from '../Duty'

/** Opens the kiosk of an activity. */
export default function TabletPage() {
  const { activityId } = useRouter().params
  return (
    <ForSecretary>
      {() => (
        <Named id={activityId} icon="tablet" what="一次活动的签到机">
          {id => <Tablet activityId={id} />}
        </Named>
      )}
    </ForSecretary>
  )
}
