import { guarded } from '../../features/home/guard/rooms/secretary'
import { JoiningDesk } from '../../features/people/joining/JoiningDesk'

definePageConfig({ navigationBarTitleText: '请您加进名册的同志' })

/** Those whose number stands on no roster and who asked to be put on one. */
export default guarded('joining', ({ office }) => <JoiningDesk orgId={office.orgId} orgName={office.orgName} />)
