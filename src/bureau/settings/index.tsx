import { useRouter } from '@tarojs/taro'
import { Known } from '../../features/people/identity/Known'
import { SettingsForm } from '../../features/help/requests/board/SettingsForm'
import { InCharge } from '../InCharge'

/** The ladder's clocks of a street or bureau (`orgId`, `name`), else of one's own. */
export default function SettingsPage() {
  const { orgId, name = '' } = useRouter().params
  return (
    <Known>
      {({ me }) =>
        orgId ? (
          <SettingsForm orgId={orgId} name={decodeURIComponent(name)} />
        ) : (
          <InCharge me={me} title="这里由街道和老干部局定：求助来了，各等多久找下一层">
            {grant => <SettingsForm orgId={grant.orgId} name={grant.orgName} />}
          </InCharge>
        )
      }
    </Known>
  )
}
