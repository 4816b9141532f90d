import { guarded } from '../../features/home/guard/rooms/secretary'
import { Tablet } from '../../features/life/attendance/door/Tablet'

definePageConfig({ navigationBarTitleText: '签到机', enableShareAppMessage: true })

/** Opens the kiosk of an activity. */
export default guarded('tablet', ({ id }) => <Tablet activityId={id} />)
