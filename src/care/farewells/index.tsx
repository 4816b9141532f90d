import { Farewells } from '../../features/departures/aftercare/Farewells'
import { NamedOrg } from '../NamedOrg'

/** Those who died, and what is still to be done. */
export default function FarewellsPage() {
  return <NamedOrg>{({ orgId, name }) => <Farewells orgId={orgId} name={name} />}</NamedOrg>
}
