import { guarded } from '../../features/home/guard/rooms/secretary'
import { InviteFamily, InviteMember } from '../../features/people/identity/Invite'

definePageConfig({ navigationBarTitleText: '邀请', enableShareAppMessage: true })

/** A code for a member, or with `family` for a helper of theirs. */
export default guarded('invite', ({ id, asked }) => {
  const about = { memberId: id, name: asked('name') ?? '' }
  return asked('family') === undefined ? <InviteMember {...about} /> : <InviteFamily {...about} />
})
