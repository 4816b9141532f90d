import { SettingsForm } from '../../features/care/visits/SettingsForm'
import { guarded } from '../../features/home/guard/guarded'

/** What the branch settles about visits. */
export default guarded('visitSettings', ({ office }) => <SettingsForm orgId={office.orgId} name={office.orgName} />)
