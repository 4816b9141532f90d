import { NamedPage } from '../../features/assessment/rounds/NamedPage'
import { guarded } from '../../features/home/guard/rooms/assessment'

definePageConfig({ navigationBarTitleText: '命名的支部' })

/** Who was named in a round. */
export default guarded('assessmentNamed', ({ id, office }) => (
  <NamedPage at={{ roundId: id, orgId: office.orgId, orgName: office.orgName }} />
))
