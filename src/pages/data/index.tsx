import { Known } from '../../features/people/identity/Known'
import { MyData } from '../../features/people/identity/MyData'

export default function Data() {
  return <Known>{acting => <MyData acting={acting} />}</Known>
}
