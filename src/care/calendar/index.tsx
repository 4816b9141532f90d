import { Office } from '../../bureau/Office'
import { CalendarForm } from '../../features/calendar/CalendarForm'
import { Known } from '../../features/identity/Known'

/** Days off and the days of visiting, set by the bureau. */
export default function CalendarPage() {
  return (
    <Known>
      {({ me }) => (
        <Office me={me} title="这里是老干部局的走访日历">
          {grant => <CalendarForm orgId={grant.orgId} name={grant.orgName} />}
        </Office>
      )}
    </Known>
  )
}
