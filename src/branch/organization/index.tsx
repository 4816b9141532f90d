import { guarded } from '../../features/home/guard/rooms/branch'
import { OrganizationPage } from '../../features/people/organizations/Organization'

definePageConfig({ navigationBarTitleText: '组织' })

/** One place of the tree of organizations (`orgId`, `name`); from here one walks on. */
export default guarded('organization', ({ office }) => <OrganizationPage orgId={office.orgId} name={office.orgName} />)
