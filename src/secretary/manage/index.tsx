import { guarded } from '../../features/home/guard/rooms/secretary'
import { Manage } from '../../features/life/activities/desk/Manage'

definePageConfig({ navigationBarTitleText: '活动', enableShareAppMessage: true })

/** Everything that can be done with one activity; `done` when it has just been published. */
export default guarded('manage', ({ id, asked }) => <Manage activityId={id} published={asked('done') === 'published'} />)
