import { RemedyPage } from '../../features/assessment/remedies/RemedyPage'
import { guarded } from '../../features/home/guard/rooms/assessment'

definePageConfig({ navigationBarTitleText: '一项整改' })

/** One thing that is to be put right (`id`). */
export default guarded('remedy', ({ id }) => <RemedyPage key={id} remedyId={id} />)
