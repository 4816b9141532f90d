import { Known } from '../../features/people/identity/Known'
import { Inbox } from '../../features/people/messages/Inbox'

export default function InboxPage() {
  return <Known>{() => <Inbox />}</Known>
}
