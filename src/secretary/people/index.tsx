import { guarded } from '../../features/home/guard/rooms/secretary'
import { BranchOffices } from '../../features/people/organizations/BranchOffices'

definePageConfig({ navigationBarTitleText: '支部人员', enableShareAppMessage: true })

/** Groups, leaders, liaisons. */
export default guarded('people', ({ office }) => <BranchOffices branchId={office.orgId} branchName={office.orgName} />)
