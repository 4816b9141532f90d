import { guarded } from '../../features/home/guard/rooms/branch'
import { StartTransfer } from '../../features/people/memberships/StartTransfer'

definePageConfig({ navigationBarTitleText: '开介绍信' })

/** A letter that brings a member to another branch: of the one that the address names, or of one who is chosen here. */
export default guarded('startTransfer', ({ office, asked }) => {
  const memberId = asked('memberId')
  return <StartTransfer branchId={office.orgId} first={memberId === undefined ? undefined : { memberId, name: asked('name') ?? '' }} />
})
