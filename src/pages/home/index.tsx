import { Screen } from '../../components/Screen'
import { NextActivity } from '../../features/life/activities/NextActivity'
import { MyAftercareLine } from '../../features/departures/aftercare/Lines'
import { BenefitsLine } from '../../features/care/benefits/Lines'
import { ContactCard } from '../../features/care/cards/ContactCard'
import { BoardLine } from '../../features/figures/boards/BoardLine'
import { AskForHelp } from '../../features/help/requests/AskForHelp'
import { guarded } from '../../features/home/guard/guarded'
import { Greeting } from '../../features/home/Greeting'
import { ActingFor } from '../../features/people/identity/Known'
import { News } from '../../features/people/messages/News'
import { OfficeLines } from '../../features/help/requests/DeskLine'
import { officesOf } from '../../features/people/organizations/offices'
import { MyCareLine } from '../../features/care/special-care/Lines'
import { MyVisitLine } from '../../features/care/visits/Lines'
import { Helping, Running } from '../../features/help/requests/Running'

/** The member's first screen: help under way, who looks after me, what is next, how to ask for help, and what I was told. */
export default guarded('home', ({ acting }) => (
  <Screen tab="home">
    <Greeting name={acting.me.member?.name} />
    <ActingFor acting={acting} />
    <Running forMemberId={acting.forMemberId} />
    {acting.me.member !== null && <Helping />}
    <OfficeLines me={acting.me} />
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
