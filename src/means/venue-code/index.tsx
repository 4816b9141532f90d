import { guarded } from '../../features/home/guard/rooms/means'
import { VenueCode } from '../../features/means/venues/VenueCode'

definePageConfig({ navigationBarTitleText: '门口贴的码' })

/** The sheet for a room's door (`venueId`). */
export default guarded('venueCode', ({ id }) => <VenueCode venueId={id} />)
