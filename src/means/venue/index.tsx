import { guarded } from '../../features/home/guard/rooms/means'
import { VenuePage } from '../../features/means/venues/VenuePage'
import { ActingFor } from '../../features/people/identity/Known'

definePageConfig({ navigationBarTitleText: '场地' })

/** One room (`id`), with its week. */
export default guarded('venue', ({ acting, asked }) => (
  <VenuePage venueId={asked('id') ?? ''} forMemberId={acting.forMemberId} head={<ActingFor acting={acting} />} />
))
