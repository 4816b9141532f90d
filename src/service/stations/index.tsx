import { guarded } from '../../features/home/guard/rooms/service'
import { ActingFor } from '../../features/people/identity/Known'
import { Stations } from '../../features/service/stations/Stations'

definePageConfig({ navigationBarTitleText: '附近的服务站' })

/** The stations that are near. */
export default guarded('stations', ({ acting }) => <Stations forMemberId={acting.forMemberId} head={<ActingFor acting={acting} />} />)
