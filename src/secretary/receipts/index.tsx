import { guarded } from '../../features/home/guard/rooms/secretary'
import { Receipts } from '../../features/life/activities/receipts/Receipts'

definePageConfig({ navigationBarTitleText: '回执' })

/** Who has read the notice of an activity. */
export default guarded('receipts', ({ id }) => <Receipts activityId={id} />)
