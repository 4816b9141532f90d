import { Screen } from '../../components/Screen'
import { HelpTab } from '../../features/care/cards/HelpTab'
import { EmergencyTiles } from '../../features/help/requests/emergency/EmergencyTiles'
import { HelpHome } from '../../features/help/requests/HelpHome'
import { guarded } from '../../features/home/guard/rooms/pages'
import { ActingFor } from '../../features/people/identity/Known'
import { IfKnown } from '../../features/people/public'

definePageConfig({ navigationBarTitleText: '求助' })

/** 求助: what cannot wait, for everyone; asking for help, and the people to call. */
export default guarded('help', () => (
  <Screen tab="help">
    <EmergencyTiles />
    <IfKnown>
      {acting => (
        <>
          <ActingFor acting={acting} />
          <HelpHome memberId={acting.person.memberId} forMemberId={acting.forMemberId} helps={acting.me.member !== null} />
          <HelpTab memberId={acting.person.memberId} />
        </>
      )}
    </IfKnown>
  </Screen>
))
