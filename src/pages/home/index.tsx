import { guarded } from '../../features/home/guard/rooms/pages'
import { Home } from '../../features/home/Home'

definePageConfig({ navigationBarTitleText: '常青365' })

/** The first screen. */
export default guarded('home', ({ acting }) => <Home acting={acting} />)
