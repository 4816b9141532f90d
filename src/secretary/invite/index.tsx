import { useRouter } from '@tarojs/taro'
import { InviteFamily, InviteMember } from '../../features/people/Invite'

/** A code for a member, or with `family` for a helper of theirs. */
export default function InvitePage() {
  const { memberId = '', name = '', family } = useRouter().params
  const about = { memberId, name: decodeURIComponent(name) }
  return family ? <InviteFamily {...about} /> : <InviteMember {...about} />
}
