import { OpenForm } from '../../features/assessment/rounds/OpenForm'
import { guarded } from '../../features/home/guard/rooms/assessment'

definePageConfig({ navigationBarTitleText: '开始考评' })

/** A new round. */
export default guarded('openAssessment', ({ office }) => <OpenForm orgId={office.orgId} orgName={office.orgName} />)
