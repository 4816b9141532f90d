import { guarded } from '../../features/home/guard/guarded'
import { OfficersBelow } from '../../features/people/organizations/OfficersBelow'

definePageConfig({ navigationBarTitleText: '各级负责人' })

/** Who holds office below a street or the bureau, and how they come to their WeChat. */
export default guarded('officers', ({ office }) => <OfficersBelow orgId={office.orgId} orgName={office.orgName} />)
