import { guarded } from '../../features/home/guard/rooms/branch'
import { BranchYear } from '../../features/life/strands/BranchYear'
import { ActingFor } from '../../features/people/identity/Known'

definePageConfig({ navigationBarTitleText: '支部这一年', enableShareAppMessage: true })

/** A branch's year (`year`) in numbers, themes and pictures: of `orgId`, or the reader's own branch. */
export default guarded('branchYear', ({ acting, asked }) => (
  <BranchYear
    branchId={asked('orgId')}
    year={Number(asked('year')) || undefined}
    forMemberId={acting.forMemberId}
    head={<ActingFor acting={acting} />}
  />
))
