import { yearToday } from '../../../core/assessment/debriefs/rules'
import { dateOf } from '../../../core/shared/calendar'
import { WriteDebrief } from '../../features/assessment/debriefs/WriteDebrief'
import { guarded } from '../../features/home/guard/rooms/assessment'
import { now } from '../../platform/clock'

definePageConfig({ navigationBarTitleText: '写述职' })

/** The debrief of a year as its secretary writes it. */
export default guarded('writeDebrief', ({ id, asked }) => (
  <WriteDebrief key={id} branchId={id} year={Number(asked('year') ?? yearToday(dateOf(now())))} />
))
