import { CareSettings } from '../../features/care/special-care/CareSettings'
import { guarded } from '../../features/home/guard/rooms/care'

definePageConfig({ navigationBarTitleText: '多久联系一次' })

/** The rhythm of special care. */
export default guarded('careSettings', ({ office }) => <CareSettings orgId={office.orgId} name={office.orgName} />)
