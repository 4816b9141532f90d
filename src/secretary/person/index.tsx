import { guarded } from '../../features/home/guard/guarded'
import { Person } from '../../features/people/roster/Person'

/** One person of the roster. */
export default guarded('person', ({ id, office }) => <Person memberId={id} branchId={office.orgId} />)
