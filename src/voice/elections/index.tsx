import { guarded } from '../../features/home/guard/rooms/voice'
import { Elections } from '../../features/voice/elections/Elections'

definePageConfig({ navigationBarTitleText: '支部选举' })

/** Votes of a branch (`orgId`); the reader's own where the address names none. */
export default guarded('elections', ({ acting, asked }) => <Elections orgId={asked('orgId') ?? acting.person.branchId} />)
