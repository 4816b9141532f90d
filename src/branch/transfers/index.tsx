import { guarded } from '../../features/home/guard/rooms/branch'
import { Transfers } from '../../features/people/memberships/Transfers'

definePageConfig({ navigationBarTitleText: '组织关系接转' })

/** Letters by which memberships go from branch to branch. */
export default guarded('transfers', ({ office }) => (
  <Transfers key={office.orgId} orgId={office.orgId} orgName={office.orgName} writes={office.secretary} />
))
