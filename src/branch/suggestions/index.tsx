import { guarded } from '../../features/home/guard/rooms/branch'
import { ActingFor } from '../../features/people/identity/Known'
import { MySuggestions } from '../../features/voice/suggestions/MySuggestions'

definePageConfig({ navigationBarTitleText: '我的建议' })

/** What the reader, or the elder they act for, proposed and joined. */
export default guarded('mySuggestions', ({ acting }) => (
  <MySuggestions forMemberId={acting.forMemberId} head={<ActingFor acting={acting} />} />
))
