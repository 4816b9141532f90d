import { SettingsForm } from '../../features/care/visits/SettingsForm'
import { guarded } from '../../features/home/guard/rooms/care'

definePageConfig({ navigationBarTitleText: '怎么走访' })

/** What the branch settles about visits. */
export default guarded('visitSettings', ({ office }) => <SettingsForm orgId={office.orgId} name={office.orgName} />)
