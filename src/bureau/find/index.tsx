import { guarded } from '../../features/home/guard/rooms/bureau'
import { FindPeople } from '../../features/people/finding/FindPeople'

definePageConfig({ navigationBarTitleText: '找人' })

/** Anybody below one's own street or bureau. */
export default guarded('find', ({ office }) => <FindPeople orgId={office.orgId} orgName={office.orgName} />)
