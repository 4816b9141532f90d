import { SheetPage } from '../../features/assessment/rounds/SheetPage'
import { guarded } from '../../features/home/guard/rooms/assessment'

definePageConfig({ navigationBarTitleText: '支部得分' })

/** A branch in a round. */
export default guarded('assessmentSheet', ({ id, office, acting }) => (
  <SheetPage
    at={{ roundId: id, orgId: office.orgId, orgName: office.orgName }}
    bureau={acting.me.grants.some(one => one.role === 'bureau')}
    secretary={acting.me.grants.some(one => one.role === 'secretary' && one.orgId === office.orgId)}
  />
))
