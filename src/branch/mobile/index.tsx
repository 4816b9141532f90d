import { guarded } from '../../features/home/guard/rooms/branch'
import { MobileList } from '../../features/people/mobile-members/MobileList'

definePageConfig({ navigationBarTitleText: '在外的党员' })

/** Members who are away, and whose contact comes due. */
export default guarded('mobile', ({ office }) => <MobileList key={office.orgId} orgId={office.orgId} orgName={office.orgName} />)
