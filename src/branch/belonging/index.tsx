import { guarded } from '../../features/home/guard/rooms/branch'
import { Belonging } from '../../features/people/memberships/Belonging'

definePageConfig({ navigationBarTitleText: '我的组织关系' })

/** Where the reader belongs, and where else they take part. */
export default guarded('belonging', ({ acting }) => <Belonging acting={acting} />)
