import { guarded } from '../../features/home/guard/rooms/means'
import { MyDues } from '../../features/means/dues/MyDues'
import { ActingFor } from '../../features/people/identity/Known'

definePageConfig({ navigationBarTitleText: '我的党费' })

/** What the reader, or the elder they act for, owes and paid. */
export default guarded('myDues', ({ acting }) => (
  <MyDues key={acting.person.memberId} forMemberId={acting.forMemberId} head={<ActingFor acting={acting} />} />
))
