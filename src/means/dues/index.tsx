import { guarded } from '../../features/home/guard/rooms/means'
import { DuesDesk } from '../../features/means/dues/DuesDesk'

definePageConfig({ navigationBarTitleText: '党费' })

/** The dues of the branch on the desk, a month at a time. */
export default guarded('dues', ({ office }) => <DuesDesk key={office.orgId} branchId={office.orgId} branchName={office.orgName} />)
