import { guarded } from '../../features/home/guard/rooms/secretary'
import { Roster } from '../../features/people/roster/Roster'

definePageConfig({ navigationBarTitleText: '花名册' })

/** The roster of the branch. */
export default guarded('roster', ({ office }) => <Roster branchId={office.orgId} branchName={office.orgName} />)
