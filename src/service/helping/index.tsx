import { guarded } from '../../features/home/guard/guarded'
import { ActingFor } from '../../features/people/identity/Known'
import { Helping } from '../../features/service/volunteers/Helping'

/** What I offer to be asked for. */
export default guarded('helping', ({ acting }) => (
  <Helping key={acting.person.memberId} forMemberId={acting.forMemberId} head={<ActingFor acting={acting} />} />
))
