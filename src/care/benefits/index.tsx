import { Coverage } from '../../features/care/benefits/Coverage'
import { guarded } from '../../features/home/guard/rooms/care'

definePageConfig({ navigationBarTitleText: '待遇台账' })

/** Benefits of the branch, or of an organization (`orgId`, `name`). */
export default guarded('benefits', ({ office }) => <Coverage orgId={office.orgId} name={office.orgName} />)
