import { guarded } from '../../features/home/guard/rooms/secretary'
import { ChangePost } from '../../features/service/posts/desk/ChangePost'

definePageConfig({ navigationBarTitleText: '改岗位' })

/** Changes a post that is out. */
export default guarded('changePost', ({ id }) => <ChangePost postId={id} />)
