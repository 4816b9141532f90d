import { guarded } from '../../features/home/guard/rooms/voice'
import { SurveyDesk } from '../../features/voice/surveys/SurveyDesk'

definePageConfig({ navigationBarTitleText: '不记名测评' })

/** The surveys at and below an organization (`orgId`, `name`). */
export default guarded('surveyDesk', ({ office }) => <SurveyDesk key={office.orgId} orgId={office.orgId} orgName={office.orgName} />)
