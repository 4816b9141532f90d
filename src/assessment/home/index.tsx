import { HomePage } from '../../features/assessment/homes/HomePage'
import { guarded } from '../../features/home/guard/rooms/assessment'

definePageConfig({ navigationBarTitleText: '老党员之家' })

/** One 老党员之家 with its ten checks (`id`). */
export default guarded('partyHome', ({ id }) => <HomePage key={id} homeId={id} />)
