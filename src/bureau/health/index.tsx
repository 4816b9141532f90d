import { guarded } from '../../features/home/guard/rooms/bureau'
import { Health } from '../../features/upkeep/health/Health'

definePageConfig({ navigationBarTitleText: '系统运行' })

/** How the environment runs. */
export default guarded('health', ({ office }) => <Health orgId={office.orgId} />)
