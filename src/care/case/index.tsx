import { CasePage } from '../../features/help/cases/CasePage'
import { guarded } from '../../features/home/guard/rooms/care'

definePageConfig({ navigationBarTitleText: '请您谈的事' })

/** One of them. */
export default guarded('case', ({ id, acting }) => (
  <CasePage caseId={id} orgId={acting.me.grants.find(({ role }) => role === 'secretary' || role === 'street')?.orgId} />
))
