import { MyBenefits } from '../../features/care/benefits/MyBenefits'
import { guarded } from '../../features/home/guard/rooms/service'
import { ActingFor } from '../../features/people/identity/Known'

definePageConfig({ navigationBarTitleText: '我的待遇' })

/** My own benefits, or those of the elder I act for. */
export default guarded('myBenefits', ({ acting }) => <MyBenefits forMemberId={acting.forMemberId} head={<ActingFor acting={acting} />} />)
