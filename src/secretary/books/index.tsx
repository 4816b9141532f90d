import { guarded } from '../../features/home/guard/inRoom'
import { Books } from '../../features/life/books/Books'

definePageConfig({ navigationBarTitleText: '党员书屋' })

/** The shelf of the branch on the desk. */
export default guarded('books', ({ office }) => <Books key={office.orgId} branchId={office.orgId} branchName={office.orgName} />)
