import { Print } from '../../features/care/cards/Print'
import { guarded } from '../../features/home/guard/guarded'

/** Service cards on paper. */
export default guarded('print', ({ office, asked }) => <Print branchId={office.orgId} memberId={asked('memberId')} />)
