import { guarded } from '../../features/home/guard/rooms/branch'
import { Affiliates } from '../../features/people/memberships/Affiliates'

definePageConfig({ navigationBarTitleText: '也来参加活动的党员' })

/** Those who take part in the branch and belong elsewhere. */
export default guarded('affiliates', ({ office }) => <Affiliates branchId={office.orgId} branchName={office.orgName} />)
