import { yearToday } from '../../../core/assessment/debriefs/rules'
import { dateOf } from '../../../core/shared/calendar'
import { Debriefs } from '../../features/assessment/debriefs/Debriefs'
import { guarded } from '../../features/home/guard/rooms/assessment'
import { now } from '../../platform/clock'

definePageConfig({ navigationBarTitleText: '支部书记述职' })

/** The debriefs of a year below an organization (`orgId`, `name`). */
export default guarded('debriefs', ({ office, asked }) => (
  <Debriefs key={office.orgId} orgId={office.orgId} orgName={office.orgName} year={Number(asked('year') ?? yearToday(dateOf(now())))} />
))
