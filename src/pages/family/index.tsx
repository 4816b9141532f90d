import { Family } from '../../features/people/identity/Family'
import { Known } from '../../features/people/identity/Known'

export default function FamilyPage() {
  return <Known>{acting => <Family acting={acting} />}</Known>
}
