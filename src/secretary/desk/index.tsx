import { AftercareLine } from '../../features/departures/aftercare/Lines'
import { BirthdayLine } from '../../features/care/birthdays/DeskLine'
import { Desk } from '../../features/home/Desk'
import { GapLine } from '../../features/care/pairings/GapLine'
import { RiskLines } from '../../features/service/posts/desk/RiskLines'
import { DeskLine } from '../../features/help/requests/DeskLine'
import { CareLine } from '../../features/care/special-care/Lines'
import { VisitLine } from '../../features/care/visits/Lines'
import { Duty } from '../Duty'

/** The secretary’s desk: help without an owner and posts without hands before everything else. */
export default function DeskPage() {
  return (
    <Duty>
      {branch => (
        <Desk
          {...branch}
          waiting={
            <>
              <DeskLine orgId={branch.branchId} />
              <RiskLines />
              <GapLine branchId={branch.branchId} />
              <CareLine orgId={branch.branchId} />
              <VisitLine branchId={branch.branchId} />
              <BirthdayLine branchId={branch.branchId} />
              <AftercareLine orgId={branch.branchId} />
            </>
          }
        />
      )}
    </Duty>
  )
}
