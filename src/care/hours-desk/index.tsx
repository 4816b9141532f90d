import { guarded } from '../../features/home/guard/rooms/care'
import { HoursDesk } from '../../features/help/hours/Desk'

definePageConfig({ navigationBarTitleText: '我坐班' })

/** The host's desk (`id`). */
export default guarded('hoursDesk', ({ asked }) => <HoursDesk hoursId={asked('id') ?? ''} />)
