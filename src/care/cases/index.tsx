import { Cases } from '../../features/help/cases/Cases'
import { guarded } from '../../features/home/guard/rooms/care'

definePageConfig({ navigationBarTitleText: '请您谈的事' })

/** What the reader is asked to help with, in quiet. */
export default guarded('cases', ({ acting }) => (
  <Cases opens={acting.me.grants.some(({ role }) => role === 'secretary' || role === 'street')} />
))
