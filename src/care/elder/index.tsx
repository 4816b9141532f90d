import { ElderScreen } from '../../features/care/pairings/ElderScreen'
import { guarded } from '../../features/home/guard/guarded'

/** Who looks after one elder. */
export default guarded('elder', ({ id, asked }) => <ElderScreen memberId={id} name={asked('name') ?? ''} />)
