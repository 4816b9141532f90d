import { guarded } from '../../features/home/guard/rooms/voice'
import { VoteList } from '../../features/voice/votes/VoteList'

definePageConfig({ navigationBarTitleText: '评选投票' })

/** Votes of an organization (`orgId`), or those that the reader is invited to. */
export default guarded('votes', ({ asked }) => <VoteList orgId={asked('orgId')} />)
