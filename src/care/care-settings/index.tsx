import { CareSettings } from '../../features/special-care/CareSettings'
import { NamedOrg } from '../NamedOrg'

/** The rhythm of special care. */
export default function CareSettingsPage() {
  return <NamedOrg>{({ orgId, name }) => <CareSettings orgId={orgId} name={name} />}</NamedOrg>
}
