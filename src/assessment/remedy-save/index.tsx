import { SaveRemedy } from '../../features/assessment/remedies/SaveRemedy'
import { guarded } from '../../features/home/guard/rooms/assessment'

definePageConfig({ navigationBarTitleText: '列一项整改' })

/** A new thing that is to be put right in a branch, or a change of one (`id`). */
export default guarded('saveRemedy', ({ office, asked }) => (
  <SaveRemedy key={office.orgId} branchId={office.orgId} branchName={office.orgName} remedyId={asked('id')} />
))
