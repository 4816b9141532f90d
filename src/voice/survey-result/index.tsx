import { guarded } from '../../features/home/guard/inRoom'
import { Result } from '../../features/voice/surveys/Result'

definePageConfig({ navigationBarTitleText: '测评结果' })

/** What a survey (`id`) says. */
export default guarded('surveyResult', ({ id }) => <Result surveyId={id} />)
