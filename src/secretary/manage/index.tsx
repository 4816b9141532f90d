import { useRouter } from '@tarojs/taro'
import { Named } from '../../components/Named'
import { Manage } from '../../features/life/activities/desk/Manage'
import { ForSecretary } from '../Duty'

/** Everything that can be done with one activity; `done` when it has just been published. */
export default function ManagePage() {
  const { activityId, done } = useRouter().params
  return (
    <ForSecretary>
      {() => (
        <Named id={activityId} icon="desk" what="一次活动，要做的都在这里">
          {id => <Manage activityId={id} published={done === 'published'} />}
        </Named>
      )}
    </ForSecretary>
  )
}
