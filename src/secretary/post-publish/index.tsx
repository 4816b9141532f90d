import { guarded } from '../../features/home/guard/rooms/secretary'
import { PublishPost } from '../../features/service/posts/desk/PublishPost'

definePageConfig({ navigationBarTitleText: '发岗位' })

/** A new post; with `from` one like an old one. */
export default guarded('publishPost', ({ acting, office, asked }) => (
  <PublishPost key={office.orgId} branchId={office.orgId} name={acting.me.member?.name ?? ''} from={asked('from')} />
))
