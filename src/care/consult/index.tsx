import { guarded } from '../../features/home/guard/rooms/care'
import { Consult } from '../../features/help/hours/Consult'
import { ActingFor } from '../../features/people/identity/Known'

definePageConfig({ navigationBarTitleText: '约医生、律师' })

/** What can be booked (`kind` first), and what is booked. */
export default guarded('consult', ({ acting, asked }) => (
  <Consult kind={asked('kind')} forMemberId={acting.forMemberId} head={<ActingFor acting={acting} />} />
))
