import { Raise } from '../../features/visits/Raise'
import { Duty } from '../../secretary/Duty'

/** Somebody of the branch is ill or in need. */
export default function RaisePage() {
  return <Duty>{({ branchId }) => <Raise orgId={branchId} />}</Duty>
}
