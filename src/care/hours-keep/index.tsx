import { guarded } from '../../features/home/guard/rooms/care'
import { KeepHours } from '../../features/help/hours/KeepHours'

definePageConfig({ navigationBarTitleText: '医生、律师坐班' })

/** Consultation hours that an officer keeps. */
export default guarded('keepHours', ({ office }) => <KeepHours key={office.orgId} orgId={office.orgId} />)
