import { Known } from '../../features/identity/Known'
import { MyElders } from '../../features/pairings/MyElders'

/** Whom I look after. */
export default function EldersPage() {
  return <Known>{({ me, person }) => <MyElders name={me.member?.name ?? person.name} />}</Known>
}
