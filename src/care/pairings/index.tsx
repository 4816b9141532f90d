import { useRouter } from '@tarojs/taro'
import { Pairings } from '../../features/care/pairings/Pairings'
import { Near } from '../Near'
import { NamedOrg } from '../NamedOrg'

/** Who looks after whom: of one's own branch or groups, or of an organization that a board leads to (`orgId`, `name`). */
export default function PairingsPage() {
  const { orgId } = useRouter().params
  if (!orgId) return <Near>{place => <Pairings key={place.orgId} {...place} exports={place.secretary} />}</Near>
  return <NamedOrg>{({ name, secretary }) => <Pairings orgId={orgId} name={name} secretary={secretary} exports />}</NamedOrg>
}
