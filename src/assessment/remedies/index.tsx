import { Remedies } from '../../features/assessment/remedies/Remedies'
import { guarded } from '../../features/home/guard/rooms/assessment'

definePageConfig({ navigationBarTitleText: '整改清单' })

/** What is to be put right at and below an organization (`orgId`, `name`), one part of it first (`state`). */
export default guarded('remedies', ({ office, asked }) => (
  <Remedies key={office.orgId} orgId={office.orgId} orgName={office.orgName} first={asked('state')} />
))
