import { useRouter } from '@tarojs/taro'
import { Pairings } from '../../features/care/pairings/Pairings'
import { Near } from '../Near'
import { NamedOrg } from '../NamedOrg'

/** Who looks after whom: of one's own branch or groups, or of an organization that a board leads to (`orgId`, `name`). */
export default function PairingsPage() {
  const { orgId } = useRouter().params
  if (!orgId) return <Near>{({ orgId: near, name }) => <Pairings key={near} orgId={near} name={name} />}</Near>
  return <NamedOrg>{({ name }) => <Pairings orgId={orgId} name={name} />}</NamedOrg>
}
