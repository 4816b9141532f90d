import { MyVisits } from '../../features/care/visits/MyVisits'
import { guarded } from '../../features/home/guard/guarded'

/** The people I am to visit. */
export default guarded('visits', () => <MyVisits />)
