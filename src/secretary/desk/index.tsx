import { BirthdayLine } from '../../features/care/birthdays/BirthdayLine'
import { GapLine } from '../../features/care/pairings/GapLine'
import { CareLine } from '../../features/care/special-care/CareLine'
import { VisitLine } from '../../features/care/visits/VisitLine'
import { AftercareLine } from '../../features/departures/aftercare/AftercareLine'
import { DeskLine } from '../../features/help/requests/DeskLine'
import { Desk } from '../../features/home/Desk'
import { guarded } from '../../features/home/guard/guarded'
import { JoiningLine } from '../../features/people/joining/JoiningLine'
import { FirstDay } from '../../features/people/setup/FirstDay'
import { RiskLines } from '../../features/service/posts/desk/RiskLines'

definePageConfig({ navigationBarTitleText: '支部工作台' })

/** The secretary’s desk: help without an owner and posts without hands before everything else. */
export default guarded('desk', ({ office: { orgId, orgName }, onChange }) => (
  <Desk
    branchId={orgId}
    branchName={orgName}
    onChange={onChange}
    waiting={
      <>
        <FirstDay branchId={orgId} />
        <JoiningLine orgId={orgId} />
        <DeskLine orgId={orgId} />
        <RiskLines />
        <GapLine branchId={orgId} />
        <CareLine orgId={orgId} />
        <VisitLine branchId={orgId} />
        <BirthdayLine branchId={orgId} />
        <AftercareLine orgId={orgId} />
      </>
    }
  />
))
