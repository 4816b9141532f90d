import { guarded } from '../../features/home/guard/rooms/secretary'
import { Activities } from '../../features/life/activities/desk/Activities'

definePageConfig({ navigationBarTitleText: '所有活动' })

/** Every activity of the branch. */
export default guarded('branchActivities', ({ office }) => <Activities branchId={office.orgId} />)
