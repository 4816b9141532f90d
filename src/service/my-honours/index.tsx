import { guarded } from '../../features/home/guard/rooms/service'
import { ActingFor } from '../../features/people/identity/Known'
import { MyHonours } from '../../features/service/honours/MyHonours'

definePageConfig({ navigationBarTitleText: '我的荣誉' })

/** The honours of the reader, or of the elder they act for; with `memberId` a person's, for their officers. */
export default guarded('myHonours', ({ acting, asked }) => (
  <MyHonours memberId={asked('memberId')} name={asked('name')} forMemberId={acting.forMemberId} head={<ActingFor acting={acting} />} />
))
