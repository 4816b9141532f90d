import { MyVisits } from '../../features/care/visits/MyVisits'
import { guarded } from '../../features/home/guard/rooms/care'

definePageConfig({ navigationBarTitleText: '看望老同志' })

/** The people I am to visit. */
export default guarded('visits', () => <MyVisits />)
