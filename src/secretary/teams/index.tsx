import { guarded } from '../../features/home/guard/guarded'
import { Teams } from '../../features/service/teams/Teams'

/** The service teams of a branch. */
export default guarded('teams', ({ office }) => <Teams key={office.orgId} orgId={office.orgId} />)
