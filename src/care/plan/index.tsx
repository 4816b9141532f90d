import { Plan } from '../../features/care/visits/Plan'
import { Duty } from '../../secretary/Duty'

/** The year's visits of the branch. */
export default function PlanPage() {
  return <Duty>{({ branchId, branchName }) => <Plan branchId={branchId} branchName={branchName} />}</Duty>
}
