import { useRouter } from '@tarojs/taro'
import { Gaps } from '../../features/boards/Gaps'
import { Known } from '../../features/identity/Known'

/** Which branches under an organization (`orgId`, `name`, `month`) have people paired with nobody. */
export default function GapsPage() {
  const { orgId = '', name = '', month } = useRouter().params
  return <Known>{() => <Gaps orgId={orgId} name={decodeURIComponent(name)} month={month} />}</Known>
}
