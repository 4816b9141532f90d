import { Pledges } from '../../features/care/pledges/Pledges'
import { guarded } from '../../features/home/guard/rooms/care'

definePageConfig({ navigationBarTitleText: '共建承诺', enableShareAppMessage: true })

/** What partner units owe, and what was done of it; of one unit where it is named (`partnerId`). */
export default guarded('pledges', ({ office, asked }) => (
  <Pledges key={office.orgId} orgId={office.orgId} orgName={office.orgName} partnerId={asked('partnerId')} />
))
