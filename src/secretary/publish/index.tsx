import { guarded } from '../../features/home/guard/guarded'
import { Change } from '../../features/life/activities/publish/Change'
import { Publish } from '../../features/life/activities/publish/Publish'

definePageConfig({ navigationBarTitleText: '发通知' })

/** A new activity, or with `activityId` a change of one that is out. */
export default guarded('publish', ({ office, asked }) => {
  if (office) return <Publish key={office.orgId} branchId={office.orgId} />
  return <Change activityId={asked('activityId') ?? ''} />
})
