import { MyVisits } from '../../features/care/visits/MyVisits'
import { guarded } from '../../features/home/guard/inRoom'

definePageConfig({ navigationBarTitleText: '看望老同志' })

/** The people I am to visit. */
export default guarded('visits', () => <MyVisits />)
