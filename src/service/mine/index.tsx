import { ActingFor, Known } from '../../features/people/identity/Known'
import { VolunteerPage } from '../../features/service/volunteers/VolunteerPage'

/** What I hold, my hours, my certificate. */
export default function ServiceMinePage() {
  return <Known>{acting => <VolunteerPage forMemberId={acting.forMemberId} head={<ActingFor acting={acting} />} />}</Known>
}
