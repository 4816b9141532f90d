import { Raise } from '../../features/care/visits/Raise'
import { guarded } from '../../features/home/guard/rooms/care'

definePageConfig({ navigationBarTitleText: '安排看望' })

/** A member of the branch or group is ill or in need: one whose page led here (`memberId`, `name`), or to be found. */
export default guarded('raise', ({ office, asked }) => {
  const memberId = asked('memberId')
  return <Raise orgId={office.orgId} of={memberId === undefined ? undefined : { memberId, name: asked('name') ?? '' }} />
})
