import { AftercareLine } from '../../features/aftercare/Lines'
import { BirthdayLine } from '../../features/birthdays/DeskLine'
import { Desk } from '../../features/desk/Desk'
import { GapLine } from '../../features/pairings/GapLine'
import { RiskLines } from '../../features/posts/desk/RiskLines'
import { DeskLine } from '../../features/requests/DeskLine'
import { CareLine } from '../../features/special-care/Lines'
import { VisitLine } from '../../features/visits/Lines'
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
