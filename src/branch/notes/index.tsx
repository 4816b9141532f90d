import { guarded } from '../../features/home/guard/rooms/branch'
import { Notes } from '../../features/life/study/Notes'
import { ActingFor } from '../../features/people/identity/Known'

definePageConfig({ navigationBarTitleText: '大家的心得' })

/** 大家的心得, for oneself or the elder one acts for. */
export default guarded('notes', ({ acting }) => <Notes forMemberId={acting.forMemberId} head={<ActingFor acting={acting} />} />)
