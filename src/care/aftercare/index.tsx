import { FarewellScreen } from '../../features/departures/aftercare/FarewellScreen'
import { guarded } from '../../features/home/guard/rooms/care'

definePageConfig({ navigationBarTitleText: '善后' })

/** What there is to do for one family (`memberId`). */
export default guarded('aftercare', ({ id }) => <FarewellScreen memberId={id} />)
