import { guarded } from '../../features/home/guard/rooms/voice'
import { OpenForm } from '../../features/voice/rounds/OpenForm'

definePageConfig({ navigationBarTitleText: '组织评选' })

/** A new round of an organization (`orgId`). */
export default guarded('openRound', ({ office }) => <OpenForm orgId={office.orgId} orgName={office.orgName} />)
