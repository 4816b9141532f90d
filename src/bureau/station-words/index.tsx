import { guarded } from '../../features/home/guard/rooms/bureau'
import { StationWordsPage } from '../../features/service/stations/StationWords'

definePageConfig({ navigationBarTitleText: '服务站留言' })

/** What was said at the stations below an organization (`orgId`, `name`). */
export default guarded('stationWords', ({ office }) => <StationWordsPage orgId={office.orgId} />)
