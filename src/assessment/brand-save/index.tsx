import { SaveBrand } from '../../features/assessment/brands/SaveBrand'
import { guarded } from '../../features/home/guard/rooms/assessment'

definePageConfig({ navigationBarTitleText: '写品牌和项目' })

/** The brand or project (`kind`) of the branch on the desk, as its secretary writes it. */
export default guarded('saveBrand', ({ office, asked }) => (
  <SaveBrand key={office.orgId} branchId={office.orgId} kind={asked('kind') === 'project' ? 'project' : 'brand'} />
))
