import { useRouter } from '@tarojs/taro'
import { Overview } from '../../features/figures/boards/Overview'
import { Known } from '../../features/people/identity/Known'
import { InCharge } from '../InCharge'

/** The board of one's own office, or of an organization below it (`orgId`, `name`, `month`). */
export default function OverviewPage() {
  const { orgId, name = '', month } = useRouter().params
  return (
    <Known>
      {({ me }) =>
        orgId ? (
          <Overview orgId={orgId} name={decodeURIComponent(name)} month={month} />
        ) : (
          <InCharge me={me} title="这里是支部、街道和老干部局的工作看板">
            {grant => <Overview orgId={grant.orgId} name={grant.orgName} secretary={grant.role === 'secretary'} />}
          </InCharge>
        )
      }
    </Known>
  )
}
