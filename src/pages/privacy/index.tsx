import { PrivacyScreen } from '../../features/identity/Privacy'

export default function Privacy() {
  return <PrivacyScreen />
}
