import { guarded } from '../../features/home/guard/rooms/secretary'
import { CourseSeen } from '../../features/life/courses/CourseSeen'

definePageConfig({ navigationBarTitleText: '谁学了' })

/** One course (`courseId`): who of the branch has taken it. */
export default guarded('courseSeen', ({ id, office }) => <CourseSeen branchId={office.orgId} courseId={id} />)
