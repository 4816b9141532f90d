import { guarded } from '../../features/home/guard/rooms/secretary'
import { Import } from '../../features/people/roster/Import'

definePageConfig({ navigationBarTitleText: '导入花名册' })

/** A roster’s way in from Excel. */
export default guarded('import', ({ office }) => <Import into={{ branchId: office.orgId }} name={office.orgName} />)
