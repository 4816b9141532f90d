import { BrandPage } from '../../features/assessment/brands/BrandPage'
import { guarded } from '../../features/home/guard/rooms/assessment'

definePageConfig({ navigationBarTitleText: '支部品牌' })

/** One brand or project (`id`). */
export default guarded('brand', ({ id }) => <BrandPage key={id} brandId={id} />)
