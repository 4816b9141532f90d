import { guarded } from '../../features/home/guard/rooms/voice'
import { PublishForm } from '../../features/voice/votes/PublishForm'

definePageConfig({ navigationBarTitleText: '发起评选' })

/** A new vote of an organization (`orgId`). */
export default guarded('publishVote', ({ office }) => <PublishForm orgId={office.orgId} orgName={office.orgName} />)
