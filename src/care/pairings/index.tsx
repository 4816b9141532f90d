import { Pairings } from '../../features/care/pairings/Pairings'
import { guarded } from '../../features/home/guard/rooms/care'

definePageConfig({ navigationBarTitleText: '结对联系' })

/** Who looks after which elder: of one's own branch or groups, or of an organization that a board leads to (`orgId`, `name`). */
export default guarded('pairings', ({ office }) => <Pairings key={office.orgId} orgId={office.orgId} name={office.orgName} />)
