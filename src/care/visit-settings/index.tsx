import { SettingsForm } from '../../features/care/visits/SettingsForm'
import { Duty } from '../../secretary/Duty'

/** What the branch settles about visits. */
export default function VisitSettingsPage() {
  return <Duty>{({ branchId, branchName }) => <SettingsForm orgId={branchId} name={branchName} />}</Duty>
}
