import { guarded } from '../../features/home/guard/guarded'
import { RunList } from '../../features/service/posts/desk/RunList'

/** The posts a secretary runs. */
export default guarded('posts', () => <RunList />)
