import { Known } from '../../features/identity/Known'
import { MyVisits } from '../../features/visits/MyVisits'

/** Whom I am to visit. */
export default function VisitsPage() {
  return <Known>{() => <MyVisits />}</Known>
}
