import { guarded } from '../../features/home/guard/rooms/voice'
import { Teller } from '../../features/voice/surveys/Teller'

definePageConfig({ navigationBarTitleText: '监票人' })

/** What a teller of a survey (`id`) does. */
export default guarded('surveyTeller', ({ id }) => <Teller surveyId={id} />)
