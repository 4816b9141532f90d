import { guarded } from '../../features/home/guard/rooms/branch'
import { CirclePage } from '../../features/life/circles/CirclePage'
import { ActingFor } from '../../features/people/identity/Known'

definePageConfig({ navigationBarTitleText: '兴趣小组', enableShareAppMessage: true })

/** One circle (`id`). */
export default guarded('circle', ({ acting, asked }) => (
  <CirclePage
    circleId={asked('id') ?? ''}
    forMemberId={acting.forMemberId}
    memberId={acting.person.memberId}
    head={<ActingFor acting={acting} />}
  />
))
