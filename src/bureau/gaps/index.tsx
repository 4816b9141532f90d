import { useRouter } from '@tarojs/taro'
import { Gaps } from '../../features/boards/Gaps'
import { Known } from '../../features/identity/Known'

/** Who of a branch (`orgId`, `name`) is paired with nobody. */
export default function GapsPage() {
  const { orgId = '', name = '' } = useRouter().params
  return <Known>{() => <Gaps branchId={orgId} name={decodeURIComponent(name)} />}</Known>
}
