import { guarded } from '../../features/home/guard/rooms/secretary'
import { Books } from '../../features/life/books/Books'

definePageConfig({ navigationBarTitleText: '党员书屋' })

/** The shelf of the branch on the desk. */
export default guarded('books', ({ office }) => <Books key={office.orgId} branchId={office.orgId} branchName={office.orgName} />)
