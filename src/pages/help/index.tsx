import { Screen } from '../../components/Screen'
import { HelpTab } from '../../features/care/cards/HelpTab'
import { HelpHome } from '../../features/help/requests/HelpHome'
import { guarded } from '../../features/home/guard/guarded'
import { ActingFor } from '../../features/people/identity/Known'

definePageConfig({ navigationBarTitleText: '求助' })

/** 求助: asking for help, and the people to call. */
export default guarded('help', ({ acting }) => (
  <Screen tab="help">
    <ActingFor acting={acting} />
    <HelpHome memberId={acting.person.memberId} forMemberId={acting.forMemberId} helps={acting.me.member !== null} />
    <HelpTab memberId={acting.person.memberId} />
  </Screen>
))
