import { guarded } from '../../features/home/guard/rooms/branch'
import { ActingFor } from '../../features/people/identity/Known'
import { TalentPage } from '../../features/people/talent/TalentPage'

definePageConfig({ navigationBarTitleText: '我的特长' })

/** What the reader, or the elder they act for, can do; with `memberId` what a member can, for their secretary. */
export default guarded('talent', ({ acting, asked }) => (
  <TalentPage memberId={asked('memberId')} forMemberId={acting.forMemberId} head={<ActingFor acting={acting} />} />
))
