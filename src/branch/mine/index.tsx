import { MyBranches } from '../../features/people/liaisons/MyBranches'
import { guarded } from '../../features/home/guard/rooms/branch'

definePageConfig({ navigationBarTitleText: '我联系的支部' })

/** The branches whose liaison the reader is. */
export default guarded('myBranches', () => <MyBranches />)
