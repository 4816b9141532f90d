import { guarded } from '../../features/home/guard/guarded'
import { Templates } from '../../features/life/activities/templates/Templates'

/** What is published by itself every month. */
export default guarded('templates', ({ office }) => <Templates branchId={office.orgId} />)
