import { guarded } from '../../features/home/guard/rooms/branch'
import { Tasks } from '../../features/life/study/Tasks'

definePageConfig({ navigationBarTitleText: '支部的学习' })

/** What the branch learns, and how far it is. */
export default guarded('studyTasks', ({ office }) => <Tasks branchId={office.orgId} />)
