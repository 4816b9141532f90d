import { HelperScreen } from '../../features/care/pairings/HelperScreen'
import { guarded } from '../../features/home/guard/rooms/care'

definePageConfig({ navigationBarTitleText: '联系人' })

/** One helper and their elders. */
export default guarded('helper', ({ id }) => <HelperScreen helperId={id} />)
