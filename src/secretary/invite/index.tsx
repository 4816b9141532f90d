import { useRouter } from '@tarojs/taro'
import { Named } from '../../components/Named'
import { InviteFamily, InviteMember } from '../../features/people/identity/Invite'
import { ForSecretary } from '../Duty'

/** A code for a member, or with `family` for a helper of theirs. */
export default function InvitePage() {
  const { memberId, name = '', family } = useRouter().params
  return (
    <ForSecretary>
      {() => (
        <Named id={memberId} icon="person-add" what="一位同志的邀请码">
          {id => {
            const about = { memberId: id, name: decodeURIComponent(name) }
            return family ? <InviteFamily {...about} /> : <InviteMember {...about} />
          }}
        </Named>
      )}
    </ForSecretary>
  )
}
