import { shanghai } from '../../../core/shared/calendar'
import { Coverage } from '../../features/care/visits/Coverage'
import { festivalOf } from '../../features/care/visits/words'
import { guarded } from '../../features/home/guard/rooms/care'
import { now } from '../../platform/clock'

definePageConfig({ navigationBarTitleText: '节日走访' })

/** Who is missing from a festival (`festival`, `year`: this one where none is named) of one’s own office, or of `orgId`. */
export default guarded('missing', ({ office, asked }) => (
  <Coverage orgId={office.orgId} festival={festivalOf(asked('festival') ?? '')} year={Number(asked('year')) || shanghai(now()).year()} />
))
