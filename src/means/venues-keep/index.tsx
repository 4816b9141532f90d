import { guarded } from '../../features/home/guard/rooms/means'
import { RunVenues } from '../../features/means/venues/RunVenues'

definePageConfig({ navigationBarTitleText: '我们的场地' })

/** Rooms that an officer keeps. */
export default guarded('runVenues', ({ office }) => <RunVenues key={office.orgId} orgId={office.orgId} name={office.orgName} />)
