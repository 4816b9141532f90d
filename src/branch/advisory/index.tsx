import { guarded } from '../../features/home/guard/rooms/branch'
import { ActingFor } from '../../features/people/identity/Known'
import { AdvisoryPage } from '../../features/people/talent/AdvisoryPage'

definePageConfig({ navigationBarTitleText: '顾问组' })

/** One group (`id`): who is in it, what it advised and what came of that. */
export default guarded('advisory', ({ acting, asked }) => (
  <AdvisoryPage advisoryId={asked('id') ?? ''} forMemberId={acting.forMemberId} head={<ActingFor acting={acting} />} />
))
