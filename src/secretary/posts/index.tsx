import { guarded } from '../../features/home/guard/rooms/secretary'
import { RunList } from '../../features/service/posts/desk/RunList'

definePageConfig({ navigationBarTitleText: '服务岗位', enableShareAppMessage: true })

/** The posts a secretary runs. */
export default guarded('posts', () => <RunList />)
