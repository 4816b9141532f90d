import { Pairings } from '../../features/pairings/Pairings'
import { Duty } from '../../secretary/Duty'

/** Who looks after whom. */
export default function PairingsPage() {
  return <Duty>{({ branchId, branchName }) => <Pairings branchId={branchId} name={branchName} />}</Duty>
}
