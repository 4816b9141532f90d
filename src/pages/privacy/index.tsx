import { guarded } from '../../features/home/guard/rooms/pages'
import { PrivacyScreen } from '../../features/people/identity/Privacy'

definePageConfig({ navigationBarTitleText: '保护您的资料' })

/** The privacy notice, to be read again at any time. */
export default guarded('privacy', () => <PrivacyScreen />)
