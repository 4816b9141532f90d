import { guarded } from '../../features/home/guard/rooms/means'
import { Published } from '../../features/means/funds/Published'
import { ActingFor } from '../../features/people/identity/Known'

definePageConfig({ navigationBarTitleText: '党费和经费公示' })

/** What the branch published, and the books that the reader audits. */
export default guarded('fundsPublished', ({ acting }) => (
  <Published forMemberId={acting.forMemberId} head={<ActingFor acting={acting} />} />
))
