import { guarded } from '../../features/home/guard/rooms/secretary'
import { Plan } from '../../features/life/plans/Plan'

definePageConfig({ navigationBarTitleText: '年度计划' })

/** What the branch does in a year, planned and published in one go. */
export default guarded('yearPlan', ({ office }) => <Plan key={office.orgId} branchId={office.orgId} />)
