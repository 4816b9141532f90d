import { PrivacyScreen } from '../../features/people/identity/Privacy'

export default function Privacy() {
  return <PrivacyScreen />
}
