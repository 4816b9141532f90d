import { guarded } from '../../features/home/guard/rooms/secretary'
import { Loans } from '../../features/life/books/Loans'

definePageConfig({ navigationBarTitleText: '借书、还书' })

/** The loans of the branch on the desk. */
export default guarded('loans', ({ office }) => <Loans key={office.orgId} branchId={office.orgId} branchName={office.orgName} />)
