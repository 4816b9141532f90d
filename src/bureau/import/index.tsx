import { guarded } from '../../features/home/guard/rooms/bureau'
import { Import } from '../../features/people/roster/Import'

definePageConfig({ navigationBarTitleText: '导入各支部花名册' })

/** The way in from Excel for the rosters of all branches below a street or the bureau. */
export default guarded('importAll', ({ office }) => <Import into={{ orgId: office.orgId }} name={office.orgName} />)
