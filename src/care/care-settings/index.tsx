import { CareSettings } from '../../features/special-care/CareSettings'
import { Office } from '../Office'

/** The rhythm of special care. */
export default function CareSettingsPage() {
  return <Office>{({ orgId, name }) => <CareSettings orgId={orgId} name={name} />}</Office>
}
