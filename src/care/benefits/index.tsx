import { Coverage } from '../../features/care/benefits/Coverage'
import { NamedOrg } from '../NamedOrg'

/** Benefits of the branch, or of an organization (`orgId`, `name`). */
export default function BenefitsPage() {
  return <NamedOrg>{({ orgId, name }) => <Coverage orgId={orgId} name={name} />}</NamedOrg>
}
