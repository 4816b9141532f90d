import { guarded } from '../../features/home/guard/rooms/branch'
import { SuggestionDesk } from '../../features/voice/suggestions/SuggestionDesk'

definePageConfig({ navigationBarTitleText: '建言献策' })

/** What is proposed at and below an organization (`orgId`, `name`), one part of it first (`state`). */
export default guarded('suggestions', ({ office, asked }) => (
  <SuggestionDesk key={office.orgId} orgId={office.orgId} orgName={office.orgName} first={asked('state')} />
))
