import { Known } from '../../features/identity/Known'
import { Inbox } from '../../features/messages/Inbox'

export default function InboxPage() {
  return <Known>{() => <Inbox />}</Known>
}
