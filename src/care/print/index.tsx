import { Print } from '../../features/care/cards/Print'
import { guarded } from '../../features/home/guard/rooms/care'

definePageConfig({ navigationBarTitleText: '打印服务卡' })

/** Service cards on paper. */
export default guarded('print', ({ office, asked }) => <Print branchId={office.orgId} memberId={asked('memberId')} />)
