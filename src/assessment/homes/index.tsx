import { Homes } from '../../features/assessment/homes/Homes'
import { guarded } from '../../features/home/guard/rooms/assessment'

definePageConfig({ navigationBarTitleText: '老党员之家' })

/** 老党员之家 at and below an organization (`orgId`, `name`). */
export default guarded('partyHomes', ({ office }) => (
  <Homes key={office.orgId} orgId={office.orgId} orgName={office.orgName} secretary={office.secretary} />
))
