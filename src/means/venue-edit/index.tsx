import { guarded } from '../../features/home/guard/rooms/means'
import { VenueForm } from '../../features/means/venues/VenueForm'

definePageConfig({ navigationBarTitleText: '登记场地' })

/** A room, new or changed (`venueId`). */
export default guarded('editVenue', ({ office, asked }) => <VenueForm orgId={office.orgId} venueId={asked('venueId')} />)
