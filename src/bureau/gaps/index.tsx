import { useRouter } from '@tarojs/taro'
import { Gaps } from '../../features/figures/boards/Gaps'
import { Known } from '../../features/people/identity/Known'
import { InCharge } from '../InCharge'

/** Which branches under an organization (`orgId`, `name`, `month`), else under one's own, have people paired with nobody. */
export default function GapsPage() {
  const { orgId, name = '', month } = useRouter().params
  return (
    <Known>
      {({ me }) =>
        orgId ? (
          <Gaps orgId={orgId} name={decodeURIComponent(name)} month={month} />
        ) : (
          <InCharge me={me} title="这里列出哪些支部还有老同志没有结对">
            {grant => <Gaps orgId={grant.orgId} name={grant.orgName} month={month} />}
          </InCharge>
        )
      }
    </Known>
  )
}
