import { guarded } from '../../features/home/guard/rooms/voice'
import { ElectionPage } from '../../features/voice/elections/ElectionPage'

definePageConfig({ navigationBarTitleText: '选举' })

/** The vote of a meeting (`activityId`), or one round of it (`id`). */
export default guarded('election', ({ id, asked }) => <ElectionPage activityId={id} electionId={asked('id')} />)
