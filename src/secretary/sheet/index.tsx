import { guarded } from '../../features/home/guard/rooms/secretary'
import { Sheet } from '../../features/life/attendance/sheet/Sheet'

definePageConfig({ navigationBarTitleText: '签到表' })

/** The sheet of an activity. */
export default guarded('sheet', ({ id }) => <Sheet activityId={id} />)
