import { guarded } from '../../features/home/guard/rooms/voice'
import { SeatCommittee } from '../../features/voice/elections/SeatForm'

definePageConfig({ navigationBarTitleText: '第一次会议' })

/** The first meeting of those elected (`id`). */
export default guarded('electionSeat', ({ id }) => <SeatCommittee electionId={id} />)
