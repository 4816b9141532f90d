import { guarded } from '../../features/home/guard/rooms/secretary'
import { RunPost } from '../../features/service/posts/desk/RunPost'

definePageConfig({ navigationBarTitleText: '管理岗位', enableShareAppMessage: true })

/** One post as its organizer runs it; `done` when it has just been published. */
export default guarded('runPost', ({ id, asked }) => <RunPost postId={id} published={asked('done') === 'published'} />)
