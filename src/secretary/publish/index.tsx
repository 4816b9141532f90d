import { guarded } from '../../features/home/guard/rooms/secretary'
import { Change } from '../../features/life/activities/publish/Change'
import { Publish } from '../../features/life/activities/publish/Publish'
import { RoomsField } from '../../features/means/venues/RoomsField'
import { wantedIn } from '../../features/life/activities/publish/wanted'

definePageConfig({ navigationBarTitleText: '发通知' })

/** A new activity, filled in for what a branch owes where its `kind` and `period` are named; or with `activityId` a change of one that is out. */
export default guarded('publish', ({ office, asked }) => {
  if (office)
    return <Publish key={office.orgId} branchId={office.orgId} wanted={wantedIn(asked('kind'), asked('period'))} Rooms={RoomsField} />
  return <Change activityId={asked('activityId') ?? ''} Rooms={RoomsField} />
})
