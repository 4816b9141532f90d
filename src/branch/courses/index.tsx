import { guarded } from '../../features/home/guard/rooms/branch'
import { Courses } from '../../features/life/courses/Courses'
import { ActingFor } from '../../features/people/identity/Known'

definePageConfig({ navigationBarTitleText: '听课看课' })

/** What there is to listen to, to watch and to read. */
export default guarded('courses', ({ acting }) => <Courses forMemberId={acting.forMemberId} head={<ActingFor acting={acting} />} />)
