import { guarded } from '../../features/home/guard/rooms/branch'
import { Talents } from '../../features/people/talent/Talents'

definePageConfig({ navigationBarTitleText: '银发人才' })

/** Who can do what, and what became of asking them. */
export default guarded('talents', ({ office }) => <Talents key={office.orgId} orgId={office.orgId} orgName={office.orgName} />)
