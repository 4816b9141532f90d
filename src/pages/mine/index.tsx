import { Known } from '../../features/identity/Known'
import { Mine } from '../../features/identity/Mine'

export default function MinePage() {
  return <Known tab="mine">{acting => <Mine acting={acting} />}</Known>
}
