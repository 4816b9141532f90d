import { guarded } from '../../features/home/guard/rooms/service'
import { ActingFor } from '../../features/people/identity/Known'
import { ScannedStation, StationPage } from '../../features/service/stations/StationPage'

definePageConfig({ navigationBarTitleText: '服务站' })

/** One station: named by its `id`, or by the code at its door that was scanned (`scene`). */
export default guarded('station', ({ acting, asked }) => {
  const rest = { forMemberId: acting.forMemberId, head: <ActingFor acting={acting} /> }
  const code = asked('scene')
  return code === undefined ? <StationPage stationId={asked('id') ?? ''} {...rest} /> : <ScannedStation code={code} {...rest} />
})
