import { guarded } from '../../features/home/guard/rooms/pages'
import { Family } from '../../features/people/identity/Family'

definePageConfig({ navigationBarTitleText: '家人代办', enableShareAppMessage: true })

/** Who may act for me, and who I act for. */
export default guarded('family', ({ acting }) => <Family acting={acting} />)
