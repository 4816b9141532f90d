import { Coverage } from '../../features/benefits/Coverage'
import { Office } from '../Office'

/** Benefits of the branch, or of an organization (`orgId`, `name`). */
export default function BenefitsPage() {
  return (
    <Office>{({ orgId, name, holds }) => <Coverage orgId={orgId} name={name} exports={holds('secretary', 'street', 'bureau')} />}</Office>
  )
}
