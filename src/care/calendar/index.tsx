import { CalendarForm } from '../../features/care/calendar/CalendarForm'
import { guarded } from '../../features/home/guard/rooms/care'

definePageConfig({ navigationBarTitleText: '走访日历' })

/** Days off and the days of visiting, set by the bureau. */
export default guarded('calendar', ({ office }) => <CalendarForm orgId={office.orgId} name={office.orgName} />)
