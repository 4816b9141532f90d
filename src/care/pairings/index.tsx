import { useRouter } from '@tarojs/taro'
import { Pairings } from '../../features/pairings/Pairings'
import { Near } from '../Near'
import { Office } from '../Office'

/** Who looks after whom: of one's own branch or groups, or of an organization that a board leads to (`orgId`, `name`). */
export default function PairingsPage() {
  const { orgId } = useRouter().params
  if (!orgId) return <Near>{place => <Pairings key={place.orgId} {...place} exports={place.secretary} />}</Near>
  return <Office>{({ name, wide }) => <Pairings orgId={orgId} name={name} secretary={!wide} exports />}</Office>
}
