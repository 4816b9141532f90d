import { useRouter } from '@tarojs/taro'
import { Farewells } from '../../features/departures/aftercare/Farewells'
import { NamedOrg } from '../NamedOrg'

/** Those who died, and what is still to be done. Of a branch (`branch`) the street marks a death too: a secretary's own, or where there is none. */
export default function FarewellsPage() {
  const { branch } = useRouter().params
  return (
    <NamedOrg>
      {({ orgId, name, secretary, holds }) => (
        <Farewells orgId={orgId} name={name} marks={secretary || (branch !== undefined && holds('street'))} />
      )}
    </NamedOrg>
  )
}
