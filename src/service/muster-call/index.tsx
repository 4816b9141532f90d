import { guarded } from '../../features/home/guard/rooms/service'
import { CallForm } from '../../features/service/musters/CallForm'

definePageConfig({ navigationBarTitleText: '发起应急集结' })

/** Calls everybody at or below an organization (`orgId`). */
export default guarded('callMuster', ({ office }) => <CallForm orgId={office.orgId} orgName={office.orgName} />)
