import { Teams } from '../../features/service/teams/Teams'
import { Duty } from '../Duty'

/** The service teams of a branch. */
export default function TeamsPage() {
  return <Duty>{({ branchId }) => <Teams key={branchId} orgId={branchId} />}</Duty>
}
