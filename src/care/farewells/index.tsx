import { Farewells } from '../../features/departures/aftercare/Farewells'
import { guarded } from '../../features/home/guard/rooms/care'

definePageConfig({ navigationBarTitleText: '善后' })

/** Those who died, and what is still to be done. */
export default guarded('farewells', ({ office }) => <Farewells orgId={office.orgId} name={office.orgName} />)
