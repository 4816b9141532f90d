import { guarded } from '../../features/home/guard/rooms/bureau'
import { DutyDesk } from '../../features/service/stations/DutyDesk'

definePageConfig({ navigationBarTitleText: '值班安排' })

/** The roster of a station (`stationId`, `name`, `month`). */
export default guarded('duty', ({ id, asked }) => <DutyDesk stationId={id} name={asked('name')} first={asked('month')} />)
