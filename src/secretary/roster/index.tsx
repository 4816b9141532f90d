import { Roster } from '../../features/people/roster/Roster'
import { Duty } from '../Duty'

/** The roster of the branch. */
export default function RosterPage() {
  return <Duty>{({ branchId, branchName }) => <Roster branchId={branchId} branchName={branchName} />}</Duty>
}
