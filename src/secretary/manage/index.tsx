import { useRouter } from '@tarojs/taro'
import { Manage } from '../../features/desk/Manage'

/** Everything that can be done with one activity; `done` when it has just been published. */
export default function ManagePage() {
  const { activityId = '', done } = useRouter().params
  return <Manage activityId={activityId} published={done === 'published'} />
}
