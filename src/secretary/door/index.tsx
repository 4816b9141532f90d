import { guarded } from '../../features/home/guard/rooms/secretary'
import { Door } from '../../features/life/attendance/door/Door'

definePageConfig({ navigationBarTitleText: '签到屏' })

/** The sign-in screen of an activity. */
export default guarded('door', ({ id }) => <Door activityId={id} />)
