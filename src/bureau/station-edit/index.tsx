import { guarded } from '../../features/home/guard/rooms/bureau'
import { StationForm } from '../../features/service/stations/StationForm'

definePageConfig({ navigationBarTitleText: '登记服务站点' })

/** A new station of an organization (`orgId`), or a change of one (`stationId`). */
export default guarded('editStation', ({ office, asked }) => <StationForm orgId={office.orgId} stationId={asked('stationId')} />)
