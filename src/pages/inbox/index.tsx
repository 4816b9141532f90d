import { guarded } from '../../features/home/guard/rooms/pages'
import { Inbox } from '../../features/people/messages/Inbox'

definePageConfig({ navigationBarTitleText: '消息' })

/** Everything I was told. */
export default guarded('inbox', () => <Inbox />)
