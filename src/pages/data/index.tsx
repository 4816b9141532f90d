import { guarded } from '../../features/home/guard/rooms/pages'
import { MyData } from '../../features/people/identity/MyData'

definePageConfig({ navigationBarTitleText: '我的资料' })

/** What is kept of me, and its ways out. */
export default guarded('data', ({ acting }) => <MyData acting={acting} />)
