import { guarded } from '../../features/home/guard/guarded'
import { ActingFor } from '../../features/people/identity/Known'
import { VolunteerPage } from '../../features/service/volunteers/VolunteerPage'

/** What I hold, my hours, my certificate. */
export default guarded('service', ({ acting }) => <VolunteerPage forMemberId={acting.forMemberId} head={<ActingFor acting={acting} />} />)
