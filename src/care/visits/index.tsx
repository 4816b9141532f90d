import { Known } from '../../features/people/identity/Known'
import { MyVisits } from '../../features/care/visits/MyVisits'

/** Whom I am to visit. */
export default function VisitsPage() {
  return <Known>{() => <MyVisits />}</Known>
}
