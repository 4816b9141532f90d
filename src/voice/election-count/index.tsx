import { guarded } from '../../features/home/guard/rooms/voice'
import { CountBallots } from '../../features/voice/elections/CountForm'

definePageConfig({ navigationBarTitleText: '计票' })

/** Paper ballots of a vote (`id`), for its tellers and its secretary. */
export default guarded('electionCount', ({ id }) => <CountBallots electionId={id} />)
