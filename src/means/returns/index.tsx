import { guarded } from '../../features/home/guard/rooms/means'
import { Returns } from '../../features/means/dues/Returns'

definePageConfig({ navigationBarTitleText: '党费返还' })

/** What a quarter returns to each branch. */
export default guarded('duesReturns', ({ office, asked }) => (
  <Returns key={office.orgId} orgId={office.orgId} orgName={office.orgName} first={asked('quarter')} />
))
