import { Plan } from '../../features/care/visits/Plan'
import { guarded } from '../../features/home/guard/rooms/care'

definePageConfig({ navigationBarTitleText: '走访计划' })

/** The year's visits of the branch. */
export default guarded('plan', ({ office }) => <Plan branchId={office.orgId} branchName={office.orgName} />)
