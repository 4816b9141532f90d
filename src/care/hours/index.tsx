import { guarded } from '../../features/home/guard/rooms/care'
import { HoursPage } from '../../features/help/hours/HoursPage'
import { ActingFor } from '../../features/people/identity/Known'

definePageConfig({ navigationBarTitleText: '预约' })

/** One to book with (`id`). */
export default guarded('hours', ({ acting, asked }) => (
  <HoursPage hoursId={asked('id') ?? ''} forMemberId={acting.forMemberId} head={<ActingFor acting={acting} />} />
))
