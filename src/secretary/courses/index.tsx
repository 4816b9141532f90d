import { guarded } from '../../features/home/guard/rooms/secretary'
import { RunCourses } from '../../features/life/courses/RunCourses'

definePageConfig({ navigationBarTitleText: '课程' })

/** The courses of an organization. */
export default guarded('runCourses', ({ office }) => (
  <RunCourses key={office.orgId} orgId={office.orgId} orgName={office.orgName} branch={office.secretary} />
))
