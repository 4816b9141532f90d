import { guarded } from '../../features/home/guard/rooms/voice'
import { BallotPage } from '../../features/voice/elections/Ballot'

definePageConfig({ navigationBarTitleText: '投票' })

/** The ballot of a vote (`id`) on the own phone. */
export default guarded('electionBallot', ({ id }) => <BallotPage electionId={id} />)
