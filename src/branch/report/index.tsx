import { WriteReport } from '../../features/people/liaisons/WriteReport'
import { guarded } from '../../features/home/guard/rooms/branch'

definePageConfig({ navigationBarTitleText: '工作报告' })

/** The report of a branch (`branchId`) on a `period`, else on the one that is open. */
export default guarded('report', ({ id, asked }) => <WriteReport branchId={id} period={asked('period')} />)
