import { ActingFor, Known } from '../../features/people/identity/Known'
import { Helping } from '../../features/service/volunteers/Helping'

/** What I offer to be asked for. */
export default function HelpingPage() {
  return (
    <Known>
      {acting => <Helping key={acting.person.memberId} forMemberId={acting.forMemberId} head={<ActingFor acting={acting} />} />}
    </Known>
  )
}
