import { routes } from '../../../core/shared/routes'
import { LinkRow } from '../../components/Rows'
import { Screen } from '../../components/Screen'
import { NextActivity } from '../../features/life/activities/NextActivity'
import { MyAftercareLine } from '../../features/departures/aftercare/AftercareLine'
import { BenefitsLine } from '../../features/care/benefits/BenefitsLine'
import { ContactCard } from '../../features/care/cards/ContactCard'
import { BoardLine } from '../../features/figures/boards/BoardLine'
import { AskForHelp } from '../../features/help/requests/AskForHelp'
import { guarded } from '../../features/home/guard/guarded'
import { NameAndDay } from '../../features/home/NameAndDay'
import { ActingFor } from '../../features/people/identity/Known'
import { BureauJoiningLine } from '../../features/people/joining/JoiningLine'
import { News } from '../../features/people/messages/News'
import { StartLine } from '../../features/people/setup/StartLine'
import { OfficeLines } from '../../features/help/requests/DeskLine'
import { officesOf } from '../../features/people/organizations/offices'
import { MyCareLine } from '../../features/care/special-care/CareLine'
import { MyVisitLine } from '../../features/care/visits/VisitLine'
import { go } from '../../platform/go'
import { InHand, Running } from '../../features/help/requests/Running'

definePageConfig({ navigationBarTitleText: '常青365' })

/** The member's first screen: help under way, who looks after me, what is next, how to ask for help, and what I was told. */
export default guarded('home', ({ acting }) => (
  <Screen tab="home">
    <NameAndDay name={acting.me.member?.name} />
    <ActingFor acting={acting} />
    <Running forMemberId={acting.forMemberId} />
    {acting.me.member !== null && <InHand />}
    <OfficeLines me={acting.me} />
    <StartLine me={acting.me} />
    <BureauJoiningLine me={acting.me} />
    {acting.me.grants.some(({ role }) => role === 'secretary') && (
      <LinkRow icon="desk" words="支部工作台" note="发通知、签到、名册" onPress={() => go(routes.desk())} />
    )}
    <BoardLine me={acting.me} />
    {acting.me.member !== null && <MyVisitLine />}
    {acting.me.member !== null && <MyCareLine />}
    {acting.me.member !== null && <MyAftercareLine />}
    {officesOf(acting.me)
      .filter(office => !office.secretary)
      .map(({ orgId, orgName }) => (
        <BenefitsLine key={orgId} orgId={orgId} of={orgName} />
      ))}
    <ContactCard memberId={acting.person.memberId} officer={acting.me.grants.length > 0} />
    <NextActivity forMemberId={acting.forMemberId} />
    <AskForHelp />
    <News />
  </Screen>
))
