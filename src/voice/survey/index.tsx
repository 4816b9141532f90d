import { guarded } from '../../features/home/guard/rooms/voice'
import { SurveyPage } from '../../features/voice/surveys/SurveyPage'

definePageConfig({ navigationBarTitleText: '不记名测评' })

/** One anonymous survey (`id`), to be answered. */
export default guarded('survey', ({ id }) => <SurveyPage surveyId={id} />)
