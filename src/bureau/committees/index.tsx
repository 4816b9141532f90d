import { guarded } from '../../features/home/guard/rooms/bureau'
import { Committees } from '../../features/people/committees/Committees'

definePageConfig({ navigationBarTitleText: '各支部班子' })

/** The committees below a street or the bureau (`orgId`, `name`) that need something. */
export default guarded('committees', ({ office }) => <Committees orgId={office.orgId} name={office.orgName} />)
