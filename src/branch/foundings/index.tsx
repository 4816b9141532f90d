import { guarded } from '../../features/home/guard/rooms/branch'
import { Foundings } from '../../features/people/foundings/Foundings'

definePageConfig({ navigationBarTitleText: '成立支部' })

/** Branches that are applied for, and their answers. */
export default guarded('foundings', ({ office }) => <Foundings key={office.orgId} orgId={office.orgId} orgName={office.orgName} />)
