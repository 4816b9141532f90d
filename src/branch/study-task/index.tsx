import { guarded } from '../../features/home/guard/rooms/branch'
import { MyTask } from '../../features/life/study/MyTask'
import { ActingFor } from '../../features/people/identity/Known'

definePageConfig({ navigationBarTitleText: '学习' })

/** One task (`id`): what to do, and saying that it is done. */
export default guarded('studyTask', ({ acting, id }) => (
  <MyTask taskId={id} forMemberId={acting.forMemberId} head={<ActingFor acting={acting} />} />
))
