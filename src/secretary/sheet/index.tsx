import { useRouter } from '@tarojs/taro'
import { Named } from '../../components/Named'
import { Sheet } from '../../features/life/attendance/sheet/Sheet'
import { ForSecretary } from '../Duty'

/** The sheet of an activity. */
export default function SheetPage() {
  const { activityId } = useRouter().params
  return (
    <ForSecretary>
      {() => (
        <Named id={activityId} icon="list" what="一次活动的签到表">
          {id => <Sheet activityId={id} />}
        </Named>
      )}
    </ForSecretary>
  )
}
