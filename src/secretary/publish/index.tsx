import { useRouter } from '@tarojs/taro'
import { Change } from '../../features/life/activities/publish/Change'
import { Publish } from '../../features/life/activities/publish/Publish'
import { Duty, ForSecretary } from '../Duty'

/** A new activity, or with `activityId` a change of one that is out. */
export default function PublishPage() {
  const { activityId } = useRouter().params
  if (activityId) return <ForSecretary>{() => <Change activityId={activityId} />}</ForSecretary>
  return <Duty>{({ branchId }) => <Publish key={branchId} branchId={branchId} />}</Duty>
}
