import { SaveHome } from '../../features/assessment/homes/SaveHome'
import { guarded } from '../../features/home/guard/rooms/assessment'

definePageConfig({ navigationBarTitleText: '登记老党员之家' })

/** A new 老党员之家, or one put right (`id`). */
export default guarded('savePartyHome', ({ office, asked }) => <SaveHome key={office.orgId} orgId={office.orgId} homeId={asked('id')} />)
