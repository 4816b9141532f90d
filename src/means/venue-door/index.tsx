import { guarded } from '../../features/home/guard/rooms/means'
import { VenueDoor } from '../../features/means/venues/VenueDoor'
import { ActingFor } from '../../features/people/identity/Known'

definePageConfig({ navigationBarTitleText: '今天谁在用' })

/** What a room's door code opened (`scene`): today's list. */
export default guarded('venueDoor', ({ acting, asked }) => (
  <VenueDoor code={asked('scene') ?? ''} forMemberId={acting.forMemberId} head={<ActingFor acting={acting} />} />
))
