import { Desk } from '../../features/home/Desk'
import { guarded } from '../../features/home/guard/rooms/secretary'

definePageConfig({ navigationBarTitleText: '支部工作台' })

/** The secretary’s desk, as others lead to it; it is their home too. */
export default guarded('desk', ({ office: { orgId, orgName }, onChange }) => (
  <Desk branchId={orgId} branchName={orgName} onChange={onChange} />
))
