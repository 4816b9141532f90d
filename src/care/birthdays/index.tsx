import { Birthdays } from '../../features/care/birthdays/Birthdays'
import { guarded } from '../../features/home/guard/rooms/care'

definePageConfig({ navigationBarTitleText: '生日和政治生日' })

/** Who of the branch celebrates soon. */
export default guarded('birthdays', ({ office }) => <Birthdays branchId={office.orgId} branchName={office.orgName} />)
