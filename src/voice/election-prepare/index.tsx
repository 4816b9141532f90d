import { guarded } from '../../features/home/guard/rooms/voice'
import { PrepareElection } from '../../features/voice/elections/PrepareForm'

definePageConfig({ navigationBarTitleText: '准备选举' })

/** Seats and candidates of the vote of a meeting (`activityId`). */
export default guarded('electionPrepare', ({ id }) => <PrepareElection activityId={id} />)
