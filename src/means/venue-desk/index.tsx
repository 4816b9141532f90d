import { guarded } from '../../features/home/guard/rooms/means'
import { VenueDesk } from '../../features/means/venues/VenueDesk'

definePageConfig({ navigationBarTitleText: '管场地' })

/** A room for who keeps it (`id`). */
export default guarded('venueDesk', ({ id }) => <VenueDesk venueId={id} />)
