import { guarded } from '../../features/home/guard/rooms/secretary'
import { StudyBoard } from '../../features/life/study/StudyBoard'

definePageConfig({ navigationBarTitleText: '学习情况' })

/** A year's study of one's own office, or of an organization below it. */
export default guarded('studyBoard', ({ office }) => (
  <StudyBoard key={office.orgId} orgId={office.orgId} orgName={office.orgName} secretary={office.secretary} />
))
