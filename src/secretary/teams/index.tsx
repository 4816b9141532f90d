import { guarded } from '../../features/home/guard/rooms/secretary'
import { Teams } from '../../features/service/teams/Teams'

definePageConfig({ navigationBarTitleText: '服务队' })

/** The service teams of a branch. */
export default guarded('teams', ({ office }) => <Teams key={office.orgId} orgId={office.orgId} />)
