import { SettingsForm } from '../../features/help/requests/board/SettingsForm'
import { guarded } from '../../features/home/guard/rooms/bureau'

definePageConfig({ navigationBarTitleText: '找人的时间' })

/** The ladder's clocks of a street or bureau (`orgId`, `name`), else of one's own. */
export default guarded('ladder', ({ office }) => <SettingsForm orgId={office.orgId} name={office.orgName} />)
