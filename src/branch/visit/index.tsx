import { BranchVisit } from '../../features/people/liaisons/BranchVisit'
import { guarded } from '../../features/home/guard/rooms/branch'

definePageConfig({ navigationBarTitleText: '走访支部' })

/** The visits to a branch (`branchId`); its liaison records one here. */
export default guarded('branchVisit', ({ id }) => <BranchVisit branchId={id} />)
