import { guarded } from '../../features/home/guard/rooms/voice'
import { SurveyForm } from '../../features/voice/surveys/SurveyForm'

definePageConfig({ navigationBarTitleText: '发一个测评' })

/** A new survey of an organization (`orgId`, `name`). */
export default guarded('publishSurvey', ({ acting, office: { orgId } }) => (
  <SurveyForm key={orgId} orgId={orgId} isBranch={acting.me.grants.some(one => one.role === 'secretary' && one.orgId === orgId)} />
))
