import { guarded } from '../../features/home/guard/rooms/branch'
import { RecordCommittee } from '../../features/people/committees/RecordCommittee'

definePageConfig({ navigationBarTitleText: '登记班子' })

/** Records the committee of a branch (`orgId`). */
export default guarded('recordCommittee', ({ office }) => <RecordCommittee orgId={office.orgId} />)
