import { Import } from '../../features/people/roster/Import'
import { Duty } from '../Duty'

/** A roster’s way in from Excel. */
export default function ImportPage() {
  return <Duty>{({ branchId, branchName }) => <Import branchId={branchId} branchName={branchName} />}</Duty>
}
