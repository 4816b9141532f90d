import { guarded } from '../../features/home/guard/rooms/branch'
import { SuggestionPage } from '../../features/voice/suggestions/SuggestionPage'

definePageConfig({ navigationBarTitleText: '一条建议' })

/** One suggestion (`id`), for those who answer it. */
export default guarded('suggestion', ({ id }) => <SuggestionPage suggestionId={id} />)
