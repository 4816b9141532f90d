import { guarded } from '../../features/home/guard/rooms/bureau'
import { Start } from '../../features/people/setup/Start'

definePageConfig({ navigationBarTitleText: '开始使用' })

/** What a new district or street has to do still. */
export default guarded('start', ({ office }) => <Start orgId={office.orgId} orgName={office.orgName} />)
