import { VisitScreen } from '../../features/care/visits/VisitScreen'
import { guarded } from '../../features/home/guard/rooms/care'

definePageConfig({ navigationBarTitleText: '看望老同志' })

/** One visit (`id`): to be recorded, or as it was. */
export default guarded('visit', ({ id }) => <VisitScreen visitId={id} />)
