import { Brands } from '../../features/assessment/brands/Brands'
import { guarded } from '../../features/home/guard/rooms/assessment'

definePageConfig({ navigationBarTitleText: '品牌和项目' })

/** The brand and project of a branch. */
export default guarded('brands', ({ office }) => <Brands key={office.orgId} branchId={office.orgId} />)
