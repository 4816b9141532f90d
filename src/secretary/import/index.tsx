import { guarded } from '../../features/home/guard/guarded'
import { Import } from '../../features/people/roster/Import'

/** A roster’s way in from Excel. */
export default guarded('import', ({ office }) => <Import branchId={office.orgId} branchName={office.orgName} />)
