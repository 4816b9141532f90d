import { guarded } from '../../features/home/guard/rooms/branch'
import { Advisories } from '../../features/people/talent/Advisories'

definePageConfig({ navigationBarTitleText: '顾问组' })

/** Groups that advise, of an organization and those below it. */
export default guarded('advisories', ({ office }) => <Advisories key={office.orgId} orgId={office.orgId} orgName={office.orgName} />)
