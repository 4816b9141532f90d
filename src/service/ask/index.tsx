import { useRouter } from '@tarojs/taro'
import { CallSecretary } from '../../features/care/cards/CallSecretary'
import { Known } from '../../features/people/identity/Known'
import { Ask } from '../../features/help/requests/Ask'

/** Asking for help: `kind` from the grid, `memberId` and `name` where an officer asks in an elder's stead, `org` where they first choose for whom. */
export default function AskPage() {
  const { kind, memberId, name, org } = useRouter().params
  return (
    <Known>
      {({ me, person, forMemberId }) => (
        <Ask
          me={me}
          person={person}
          forMemberId={forMemberId}
          kind={kind}
          elder={memberId && name ? { memberId, name: decodeURIComponent(name) } : undefined}
          org={org}
          foot={<CallSecretary memberId={person.memberId} />}
        />
      )}
    </Known>
  )
}
