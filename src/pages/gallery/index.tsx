import { Gallery } from '../../components/gallery/Gallery'
import { guarded } from '../../features/home/guard/rooms/pages'

definePageConfig({ navigationBarTitleText: '组件' })

/** For those who build: every component in every state. */
export default guarded('gallery', () => <Gallery />)
