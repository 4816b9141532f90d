import { guarded } from '../../features/home/guard/rooms/secretary'
import { Materials } from '../../features/life/materials/Materials'

definePageConfig({ navigationBarTitleText: '学习材料' })

/** The materials of one's own office. */
export default guarded('materials', ({ office }) => <Materials key={office.orgId} orgId={office.orgId} orgName={office.orgName} />)
