import { guarded } from '../../features/home/guard/rooms/means'
import { Ledger } from '../../features/means/funds/Ledger'

definePageConfig({ navigationBarTitleText: '经费账' })

/** The ledger of an organization (`orgId`, `name`), a year at a time. */
export default guarded('funds', ({ office, asked }) => (
  <Ledger key={office.orgId} orgId={office.orgId} orgName={office.orgName} year={asked('year')} />
))
