import { Liaisons } from '../../features/people/liaisons/Liaisons'
import { guarded } from '../../features/home/guard/rooms/bureau'

definePageConfig({ navigationBarTitleText: '支部联络' })

/** Who visits the branches under an organization (`orgId`, `name`), else under one's own, and what they report. */
export default guarded('liaisons', ({ office }) => <Liaisons orgId={office.orgId} name={office.orgName} />)
