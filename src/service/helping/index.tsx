import { guarded } from '../../features/home/guard/guarded'
import { Helping } from '../../features/service/volunteers/Helping'

/** What the member offers to be asked for. */
export default guarded('helping', () => <Helping />)
