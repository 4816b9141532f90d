import { guarded } from '../../features/home/guard/rooms/care'
import { WishPage } from '../../features/help/wishes/WishPage'
import { officesOf } from '../../features/people/organizations/offices'

definePageConfig({ navigationBarTitleText: '陪同看病、心愿' })

/** One wish or escort (`id`). */
export default guarded('wish', ({ acting, asked }) => (
  <WishPage wishId={asked('id') ?? ''} forMemberId={acting.forMemberId} orgId={officesOf(acting.me)[0]?.orgId ?? ''} head={null} />
))
