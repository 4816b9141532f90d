import { Farewells } from '../../features/aftercare/Farewells'
import { NamedOrg } from '../NamedOrg'

/** Those who died, and what is still to be done. */
export default function FarewellsPage() {
  return <NamedOrg>{({ orgId, name, secretary }) => <Farewells orgId={orgId} name={name} marks={secretary} />}</NamedOrg>
}
