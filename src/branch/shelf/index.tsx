import { guarded } from '../../features/home/guard/rooms/branch'
import { Shelf } from '../../features/life/books/Shelf'
import { ActingFor } from '../../features/people/identity/Known'

definePageConfig({ navigationBarTitleText: '党员书屋' })

/** 党员书屋, for oneself or the elder one acts for. */
export default guarded('shelf', ({ acting }) => <Shelf forMemberId={acting.forMemberId} head={<ActingFor acting={acting} />} />)
