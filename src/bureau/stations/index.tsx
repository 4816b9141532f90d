import { guarded } from '../../features/home/guard/rooms/bureau'
import { RunStations } from '../../features/service/stations/RunStations'

definePageConfig({ navigationBarTitleText: '服务站点' })

/** The stations below an organization (`orgId`, `name`), else below one's own. */
export default guarded('runStations', ({ office }) => <RunStations orgId={office.orgId} name={office.orgName} />)
