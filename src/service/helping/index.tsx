import { guarded } from '../../features/home/guard/rooms/service'
import { Helping } from '../../features/service/volunteers/Helping'

definePageConfig({ navigationBarTitleText: '我能帮的忙' })

/** What the member offers to be asked for. */
export default guarded('helping', () => <Helping />)
