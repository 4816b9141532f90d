import { Templates } from '../../features/assessment/templates/Templates'
import { guarded } from '../../features/home/guard/rooms/assessment'

definePageConfig({ navigationBarTitleText: '考评标准' })

/** The standards of a place. */
export default guarded('assessmentTemplates', ({ office }) => <Templates orgId={office.orgId} orgName={office.orgName} />)
