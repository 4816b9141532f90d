import { guarded } from '../../features/home/guard/rooms/branch'
import { MyStudy } from '../../features/life/study/MyStudy'
import { ActingFor } from '../../features/people/identity/Known'

definePageConfig({ navigationBarTitleText: '我的学习' })

/** What I have to learn and have learnt, or the elder I act for. */
export default guarded('myStudy', ({ acting }) => <MyStudy forMemberId={acting.forMemberId} head={<ActingFor acting={acting} />} />)
