import { InCharge } from '../../bureau/InCharge'
import { CalendarForm } from '../../features/care/calendar/CalendarForm'
import { Known } from '../../features/people/identity/Known'

/** Days off and the days of visiting, set by the bureau. */
export default function CalendarPage() {
  return (
    <Known>
      {({ me }) => (
        <InCharge me={me} title="这里是老干部局的走访日历">
          {grant => <CalendarForm orgId={grant.orgId} name={grant.orgName} />}
        </InCharge>
      )}
    </Known>
  )
}
