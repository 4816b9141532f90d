import { guarded } from '../../features/home/guard/rooms/branch'
import { PastCommittees } from '../../features/people/committees/PastCommittees'

definePageConfig({ navigationBarTitleText: '历届班子' })

/** The committees that a branch had (`orgId`, `name`). */
export default guarded('pastCommittees', ({ acting, asked }) => (
  <PastCommittees orgId={asked('orgId') ?? acting.person.branchId} name={asked('name') ?? ''} />
))
