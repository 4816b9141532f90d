import { Screen } from '../../components/Screen'
import { guarded } from '../../features/home/guard/rooms/bureau'
import { FoundPerson } from '../../features/people/finding/FoundPerson'

definePageConfig({ navigationBarTitleText: '一位同志' })

/** What there is of one person (`memberId`). */
export default guarded('found', ({ id }) => (
  <Screen>
    <FoundPerson memberId={id} />
  </Screen>
))
