import { guarded } from '../../features/home/guard/rooms/branch'
import { Adopted } from '../../features/voice/suggestions/Adopted'

definePageConfig({ navigationBarTitleText: '采纳了哪些' })

/** What the branch adopted, and what came of it. */
export default guarded('adopted', ({ acting }) => <Adopted forMemberId={acting.forMemberId} />)
