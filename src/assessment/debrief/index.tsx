import { yearToday } from '../../../core/assessment/debriefs/rules'
import { dateOf } from '../../../core/shared/calendar'
import { DebriefPage } from '../../features/assessment/debriefs/DebriefPage'
import { guarded } from '../../features/home/guard/rooms/assessment'
import { now } from '../../platform/clock'

definePageConfig({ navigationBarTitleText: '述职' })

/** The debrief of a branch (`branchId`) of a year. */
export default guarded('debrief', ({ id, acting, asked }) => (
  <DebriefPage
    key={id}
    branchId={id}
    year={Number(asked('year') ?? yearToday(dateOf(now())))}
    secretary={acting.me.grants.some(one => one.role === 'secretary' && one.orgId === id)}
  />
))
