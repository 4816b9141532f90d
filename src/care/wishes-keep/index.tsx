import { guarded } from '../../features/home/guard/rooms/care'
import { KeepWishes } from '../../features/help/wishes/KeepWishes'

definePageConfig({ navigationBarTitleText: '陪同看病、心愿' })

/** Wishes and escorts of the people an officer looks after. */
export default guarded('keepWishes', ({ office }) => <KeepWishes key={office.orgId} orgId={office.orgId} />)
