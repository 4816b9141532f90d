import { Screen } from '../../components/Screen'
import { HelpTab } from '../../features/care/cards/HelpTab'
import { ActingFor, Known } from '../../features/people/identity/Known'
import { HelpHome } from '../../features/help/requests/HelpHome'

export default function Help() {
  return (
    <Known tab="help">
      {acting => (
        <Screen tab="help">
          <ActingFor acting={acting} />
          <HelpHome memberId={acting.person.memberId} forMemberId={acting.forMemberId} helps={acting.me.member !== null} />
          <HelpTab memberId={acting.person.memberId} />
        </Screen>
      )}
    </Known>
  )
}
