import { useRouter } from '@tarojs/taro'
import { ActingFor, Known } from '../../features/people/identity/Known'
import { MyRequests } from '../../features/help/requests/MyRequests'

/** What I asked for, what I am asked, what I solved (`part`). */
export default function RequestsPage() {
  const { part } = useRouter().params
  return (
    <Known>
      {acting => (
        <MyRequests part={part} forMemberId={acting.forMemberId} helps={acting.me.member !== null} head={<ActingFor acting={acting} />} />
      )}
    </Known>
  )
}
