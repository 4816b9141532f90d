import { guarded } from '../../features/home/guard/rooms/branch'
import { Committee } from '../../features/people/committees/Committee'

definePageConfig({ navigationBarTitleText: '支部班子' })

/** Who leads a branch (`orgId`); the reader's own where the address names none. */
export default guarded('committee', ({ acting, asked }) => <Committee orgId={asked('orgId') ?? acting.person.branchId} />)
