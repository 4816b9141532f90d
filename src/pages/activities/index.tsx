import { Screen } from '../../components/Screen'
import { ActivityList } from '../../features/activities/ActivityList'
import { ActingFor, Known } from '../../features/identity/Known'

export default function Activities() {
  return (
    <Known tab="activities">
      {acting => (
        <Screen tab="activities">
          <ActingFor acting={acting} />
          <ActivityList forMemberId={acting.forMemberId} />
        </Screen>
      )}
    </Known>
  )
}
