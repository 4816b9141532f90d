import { guarded } from '../../features/home/guard/rooms/means'
import { AuditBook } from '../../features/means/funds/AuditBook'

definePageConfig({ navigationBarTitleText: '看账' })

/** The whole book of an organization, for its auditors. */
export default guarded('fundAudit', ({ id }) => <AuditBook orgId={id} />)
