import { guarded } from '../../features/home/guard/rooms/voice'
import { Result } from '../../features/voice/surveys/Result'

definePageConfig({ navigationBarTitleText: '测评结果' })

/** What a survey (`id`) says. */
export default guarded('surveyResult', ({ id }) => <Result surveyId={id} />)
