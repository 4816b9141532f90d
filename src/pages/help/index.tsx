import { Screen } from '../../components/Screen'
import { HelpTab } from '../../features/cards/HelpTab'
import { ActingFor, Known } from '../../features/identity/Known'

export default function Help() {
  return (
    <Known tab="help">
      {acting => (
        <Screen tab="help">
          <ActingFor acting={acting} />
          <HelpTab memberId={acting.person.memberId} />
        </Screen>
      )}
    </Known>
  )
}
