import { Gaps } from '../../features/figures/boards/Gaps'
import { guarded } from '../../features/home/guard/rooms/bureau'

definePageConfig({ navigationBarTitleText: '没有结对的老同志' })

/** Which branches under an organization (`orgId`, `name`, `month`), else under one's own, have people who are paired with no one. */
export default guarded('gaps', ({ office, asked }) => <Gaps orgId={office.orgId} name={office.orgName} month={asked('month')} />)
