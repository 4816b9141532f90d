import { guarded } from '../../features/home/guard/rooms/secretary'
import { Templates } from '../../features/life/activities/templates/Templates'

definePageConfig({ navigationBarTitleText: '每月模板' })

/** What is published by itself every month. */
export default guarded('templates', ({ office }) => <Templates branchId={office.orgId} />)
