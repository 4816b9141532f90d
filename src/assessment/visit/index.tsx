import { VisitPage } from '../../features/assessment/rounds/VisitPage'
import { guarded } from '../../features/home/guard/rooms/assessment'

definePageConfig({ navigationBarTitleText: '实地查看' })

/** The checklist of a visit to a branch. */
export default guarded('assessmentVisit', ({ id, office }) => (
  <VisitPage at={{ roundId: id, orgId: office.orgId, orgName: office.orgName }} />
))
