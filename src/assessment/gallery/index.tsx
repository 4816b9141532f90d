import { Gallery } from '../../features/assessment/brands/Gallery'
import { guarded } from '../../features/home/guard/rooms/assessment'

definePageConfig({ navigationBarTitleText: '各支部的品牌和项目' })

/** What branches of the district have as their brands and projects. */
export default guarded('brandGallery', () => <Gallery />)
