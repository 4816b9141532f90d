import { Partners } from '../../features/care/partners/Partners'
import { guarded } from '../../features/home/guard/rooms/care'

definePageConfig({ navigationBarTitleText: '共建单位' })

/** Partner units of the branch. */
export default guarded('partners', ({ office }) => <Partners branchId={office.orgId} />)
