import { Pairings } from '../../features/pairings/Pairings'
import { Duty } from '../../secretary/Duty'

/** Who looks after whom. */
export default function PairingsPage() {
  return <Duty>{({ branchId }) => <Pairings branchId={branchId} />}</Duty>
}
