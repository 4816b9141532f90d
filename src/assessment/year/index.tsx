import { yearToday } from '../../../core/assessment/debriefs/rules'
import { dateOf } from '../../../core/shared/calendar'
import { YearPage } from '../../features/assessment/rounds/YearPage'
import { guarded } from '../../features/home/guard/rooms/assessment'
import { now } from '../../platform/clock'

definePageConfig({ navigationBarTitleText: '全年考评' })

/** Where branches stand in a year. */
export default guarded('assessmentYear', ({ office, asked }) => (
  <YearPage orgId={office.orgId} orgName={office.orgName} year={Number(asked('year') ?? yearToday(dateOf(now())))} />
))
