import { BranchesPage } from '../../features/assessment/rounds/BranchesPage'
import { guarded } from '../../features/home/guard/rooms/assessment'

definePageConfig({ navigationBarTitleText: '各支部得分' })

/** Branches by their score. */
export default guarded('assessmentBranches', ({ id, office, asked }) => (
  <BranchesPage at={{ roundId: id, orgId: office.orgId, orgName: office.orgName }} begins={asked('band')} />
))
