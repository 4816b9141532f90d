import { guarded } from '../../features/home/guard/rooms/branch'
import { Suggest } from '../../features/voice/suggestions/Suggest'

definePageConfig({ navigationBarTitleText: '提个建议' })

/** A new suggestion, of the reader or the elder they act for. */
export default guarded('suggest', ({ acting }) => <Suggest forMemberId={acting.forMemberId} memberId={acting.person.memberId} />)
