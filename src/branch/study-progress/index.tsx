import { guarded } from '../../features/home/guard/rooms/branch'
import { Progress } from '../../features/life/study/Progress'

definePageConfig({ navigationBarTitleText: '学得怎样' })

/** One task (`taskId`): who has learnt, who has not, in whose stead one tells it. */
export default guarded('studyProgress', ({ id }) => <Progress taskId={id} />)
