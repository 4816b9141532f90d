import { Overview } from '../../features/figures/boards/Overview'
import { guarded } from '../../features/home/guard/rooms/bureau'

definePageConfig({ navigationBarTitleText: '工作看板' })

/** The board of one's own office, or of an organization below it (`orgId`, `name`, `month`). */
export default guarded('overview', ({ office, acting, asked }) => (
  <Overview
    orgId={office.orgId}
    name={office.orgName}
    month={asked('month')}
    secretary={office.secretary}
    bureau={acting.me.grants.some(one => one.role === 'bureau')}
  />
))
