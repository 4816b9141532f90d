import { guarded } from '../../features/home/guard/guarded'
import { Inbox } from '../../features/people/messages/Inbox'

/** Everything I was told. */
export default guarded('inbox', () => <Inbox />)
