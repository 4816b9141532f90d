import { guarded } from '../../features/home/guard/rooms/branch'
import { TakeCourse } from '../../features/life/courses/TakeCourse'
import { ActingFor } from '../../features/people/identity/Known'

definePageConfig({ navigationBarTitleText: '学一课' })

/** One course (`id`), from where one stopped. */
export default guarded('course', ({ acting, id }) => (
  <TakeCourse courseId={id} forMemberId={acting.forMemberId} head={<ActingFor acting={acting} />} />
))
