import { guarded } from '../../features/home/guard/rooms/service'
import { ActingFor } from '../../features/people/identity/Known'
import { VolunteerPage } from '../../features/service/volunteers/VolunteerPage'

definePageConfig({ navigationBarTitleText: '我的服务' })

/** What I hold, my hours, my certificate. */
export default guarded('service', ({ acting }) => <VolunteerPage forMemberId={acting.forMemberId} head={<ActingFor acting={acting} />} />)
