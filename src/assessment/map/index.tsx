import { MapPage } from '../../features/assessment/rounds/MapPage'
import { guarded } from '../../features/home/guard/rooms/assessment'

definePageConfig({ navigationBarTitleText: '考评一览' })

/** Standards by places. */
export default guarded('assessmentMap', ({ id, office, acting }) => (
  <MapPage
    bureau={acting.me.grants.some(one => one.role === 'bureau')}
    at={{ roundId: id, orgId: office.orgId, orgName: office.orgName }}
  />
))
