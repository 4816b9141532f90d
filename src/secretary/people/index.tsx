import { guarded } from '../../features/home/guard/guarded'
import { People } from '../../features/people/organizations/People'

/** Groups, leaders, liaisons. */
export default guarded('people', ({ office }) => <People branchId={office.orgId} branchName={office.orgName} />)
