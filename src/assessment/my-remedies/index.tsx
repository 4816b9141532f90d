import { MyRemedies } from '../../features/assessment/remedies/MyRemedies'
import { guarded } from '../../features/home/guard/rooms/assessment'

definePageConfig({ navigationBarTitleText: '我负责的整改' })

/** What the reader has to put right. */
export default guarded('myRemedies', () => <MyRemedies />)
