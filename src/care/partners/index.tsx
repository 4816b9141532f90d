import { Partners } from '../../features/care/pairings/Partners'
import { Duty } from '../../secretary/Duty'

/** Partner units of the branch. */
export default function PartnersPage() {
  return <Duty>{({ branchId }) => <Partners branchId={branchId} />}</Duty>
}
