import { guarded } from '../../features/home/guard/rooms/bureau'
import { DoorCode } from '../../features/service/stations/DoorCode'

definePageConfig({ navigationBarTitleText: '门口贴的码' })

/** The sheet for a station's door (`stationId`). */
export default guarded('doorCode', ({ id }) => <DoorCode stationId={id} />)
