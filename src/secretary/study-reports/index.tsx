import { guarded } from '../../features/home/guard/rooms/secretary'
import { Reports } from '../../features/life/study/Reports'

definePageConfig({ navigationBarTitleText: '大家说的' })

/** What members told of a task (`taskId`). */
export default guarded('studyReports', ({ id }) => <Reports taskId={id} />)
