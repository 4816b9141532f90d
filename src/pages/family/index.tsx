import { Family } from '../../features/identity/Family'
import { Known } from '../../features/identity/Known'

export default function FamilyPage() {
  return <Known>{acting => <Family acting={acting} />}</Known>
}
