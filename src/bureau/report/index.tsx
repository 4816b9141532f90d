import { ReadReport } from '../../features/people/liaisons/ReadReport'
import { guarded } from '../../features/home/guard/rooms/bureau'

definePageConfig({ navigationBarTitleText: '支部工作报告' })

/** The report of a branch (`branchId`, `name`) on a `period`, as those above read it. */
export default guarded('branchReport', ({ id, asked }) => <ReadReport branchId={id} name={asked('name')} period={asked('period')} />)
