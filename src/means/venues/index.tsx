import { guarded } from '../../features/home/guard/rooms/means'
import { Venues } from '../../features/means/venues/Venues'
import { ActingFor } from '../../features/people/identity/Known'

definePageConfig({ navigationBarTitleText: '活动场地' })

/** Rooms near, and what the own branch has booked. */
export default guarded('venues', ({ acting, asked }) => (
  <Venues
    forMemberId={acting.forMemberId}
    head={<ActingFor acting={acting} />}
    books={acting.me.grants.length > 0}
    people={asked('people') ?? ''}
  />
))
