import { Known } from '../../features/identity/Known'
import { MyData } from '../../features/identity/MyData'

export default function Data() {
  return <Known>{acting => <MyData acting={acting} />}</Known>
}
