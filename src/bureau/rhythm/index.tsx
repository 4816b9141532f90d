import { guarded } from '../../features/home/guard/rooms/bureau'
import { Overdue } from '../../features/life/rhythm/Overdue'

definePageConfig({ navigationBarTitleText: '过期没办的会' })

/** What branches under an organization (`orgId`, `name`) owe and is late; of one `duty`. */
export default guarded('rhythmOverdue', ({ office, asked }) => <Overdue orgId={office.orgId} name={office.orgName} duty={asked('duty')} />)
