import { guarded } from '../../features/home/guard/guarded'
import { PrivacyScreen } from '../../features/people/identity/Privacy'

/** The privacy notice, to be read again at any time. */
export default guarded('privacy', () => <PrivacyScreen />)
