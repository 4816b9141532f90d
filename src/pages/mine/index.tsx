import { Known } from '../../features/identity/Known'
import { Mine } from '../../features/identity/Mine'
import { MyEldersLine } from '../../features/pairings/MyEldersLine'

/** 我的, with the way to whom I look after. */
export default function MinePage() {
  return <Known tab="mine">{acting => <Mine acting={acting} more={acting.me.member !== null && <MyEldersLine />} />}</Known>
}
