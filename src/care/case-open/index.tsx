import { OpenCase } from '../../features/help/cases/OpenCase'
import { guarded } from '../../features/home/guard/rooms/care'

definePageConfig({ navigationBarTitleText: '请老同志一起谈谈' })

/** A new one: about a member whose page led here (`memberId`, `name`), or one to be found. */
export default guarded('openCase', ({ office, asked }) => {
  const memberId = asked('memberId')
  return <OpenCase orgId={office.orgId} of={memberId === undefined ? undefined : { memberId, name: asked('name') ?? '' }} />
})
