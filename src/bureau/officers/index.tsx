import { guarded } from '../../features/home/guard/rooms/bureau'
import { OfficersBelow } from '../../features/people/organizations/OfficersBelow'

definePageConfig({ navigationBarTitleText: '各级负责人', enableShareAppMessage: true })

/** What stands below a street or the bureau, who holds office there, and how they come to their WeChat. */
export default guarded('officers', ({ acting, office }) => (
  <OfficersBelow
    orgId={office.orgId}
    orgName={office.orgName}
    bureau={acting.me.grants.some(grant => grant.role === 'bureau' && grant.orgId === office.orgId)}
  />
))
