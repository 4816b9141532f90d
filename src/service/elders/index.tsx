import { Known } from '../../features/people/identity/Known'
import { MyElders } from '../../features/care/pairings/MyElders'

/** Whom I look after. */
export default function EldersPage() {
  return <Known>{({ me, person }) => <MyElders name={me.member?.name ?? person.name} />}</Known>
}
