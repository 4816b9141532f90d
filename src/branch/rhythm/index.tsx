import { dateOf } from '../../../core/shared/calendar'
import { guarded } from '../../features/home/guard/rooms/branch'
import { Rhythm } from '../../features/life/rhythm/Rhythm'
import { now } from '../../platform/clock'

definePageConfig({ navigationBarTitleText: '三会一课' })

/** What a branch (`orgId`, `name`) owes of organized life in a `year`, else in this one. */
export default guarded('rhythm', ({ office, asked }) => (
  <Rhythm orgId={office.orgId} year={Number(asked('year') ?? dateOf(now()).slice(0, 4))} />
))
