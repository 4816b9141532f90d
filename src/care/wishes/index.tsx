import { guarded } from '../../features/home/guard/rooms/care'
import { Wishes } from '../../features/help/wishes/Wishes'
import { ActingFor } from '../../features/people/identity/Known'

definePageConfig({ navigationBarTitleText: '陪同看病、心愿' })

/** One's own wishes and escorts, and those one is named for. */
export default guarded('wishes', ({ acting }) => <Wishes forMemberId={acting.forMemberId} head={<ActingFor acting={acting} />} />)
