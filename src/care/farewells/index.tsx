import { Farewells } from '../../features/aftercare/Farewells'
import { Office } from '../Office'

/** Those who died, and what is still to be done. */
export default function FarewellsPage() {
  return <Office>{({ orgId, name, wide }) => <Farewells orgId={orgId} name={name} marks={!wide} />}</Office>
}
