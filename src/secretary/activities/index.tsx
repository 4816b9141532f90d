import { Activities } from '../../features/life/activities/desk/Activities'
import { Duty } from '../Duty'

/** Every activity of the branch. */
export default function ActivitiesPage() {
  return <Duty>{({ branchId }) => <Activities branchId={branchId} />}</Duty>
}
