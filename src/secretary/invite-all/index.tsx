import { guarded } from '../../features/home/guard/rooms/secretary'
import { InviteAll } from '../../features/people/joining/InviteAll'

definePageConfig({ navigationBarTitleText: '邀请全支部', enableShareAppMessage: true })

/** One card for the branch's chat, and who has not bound yet. */
export default guarded('inviteAll', ({ office }) => <InviteAll branchId={office.orgId} branchName={office.orgName} />)
