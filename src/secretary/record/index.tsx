import { guarded } from '../../features/home/guard/rooms/secretary'
import { Record } from '../../features/life/activities/record/Record'

definePageConfig({ navigationBarTitleText: '活动记录' })

/** The record of an activity. */
export default guarded('record', ({ id }) => <Record activityId={id} />)
