import { Family } from '../../features/departures/aftercare/Family'
import { guarded } from '../../features/home/guard/guarded'

/** What there is to do for one family (`memberId`). */
export default guarded('aftercare', ({ id }) => <Family memberId={id} />)
