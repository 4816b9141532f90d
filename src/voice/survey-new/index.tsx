import { guarded } from '../../features/home/guard/inRoom'
import { SurveyForm } from '../../features/voice/surveys/SurveyForm'

definePageConfig({ navigationBarTitleText: '发一个测评' })

/** A new survey of an organization (`orgId`, `name`). */
export default guarded('publishSurvey', ({ office }) => <SurveyForm key={office.orgId} orgId={office.orgId} isBranch={office.secretary} />)
