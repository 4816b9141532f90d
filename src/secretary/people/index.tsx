import { People } from '../../features/people/organizations/People'
import { Duty } from '../Duty'

/** Groups, leaders, liaisons. */
export default function PeoplePage() {
  return <Duty>{({ branchId, branchName }) => <People branchId={branchId} branchName={branchName} />}</Duty>
}
