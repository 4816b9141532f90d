import { guarded } from '../../features/home/guard/rooms/secretary'
import { Person } from '../../features/people/roster/Person'

definePageConfig({ navigationBarTitleText: '党员' })

/** One person of the roster. */
export default guarded('person', ({ id, office }) => <Person memberId={id} branchId={office.orgId} />)
