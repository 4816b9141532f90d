import { MyRequests } from '../../features/help/requests/MyRequests'
import { guarded } from '../../features/home/guard/rooms/service'
import { ActingFor } from '../../features/people/identity/Known'

definePageConfig({ navigationBarTitleText: '求助记录' })

/** What I asked for, what I am asked, what I solved (`part`). */
export default guarded('requests', ({ acting, asked }) => (
  <MyRequests
    part={asked('part')}
    forMemberId={acting.forMemberId}
    helps={acting.me.member !== null}
    head={<ActingFor acting={acting} />}
  />
))
