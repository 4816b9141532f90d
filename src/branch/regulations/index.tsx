import { guarded } from '../../features/home/guard/rooms/branch'
import { Regulations } from '../../features/people/regulations/Regulations'

definePageConfig({ navigationBarTitleText: '规定' })

/** The numbers of the regulations as they hold at an organization (`orgId`, `name`), each with its document. */
export default guarded('regulations', ({ office }) => <Regulations orgId={office.orgId} name={office.orgName} />)
