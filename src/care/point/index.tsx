import { PointForm } from '../../features/care/cards/PointForm'
import { guarded } from '../../features/home/guard/rooms/care'

definePageConfig({ navigationBarTitleText: '支部服务点' })

/** Where the branch receives people. */
export default guarded('point', ({ office }) => <PointForm branchId={office.orgId} />)
