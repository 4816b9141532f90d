import { guarded } from '../../features/home/guard/rooms/branch'
import { Circles } from '../../features/life/circles/Circles'
import { ActingFor } from '../../features/people/identity/Known'

definePageConfig({ navigationBarTitleText: '兴趣小组' })

/** Circles around the reader; with `orgId` those that an officer keeps. */
export default guarded('circles', ({ acting, asked }) => (
  <Circles orgId={asked('orgId')} forMemberId={acting.forMemberId} head={<ActingFor acting={acting} />} />
))
