import { useRouter } from '@tarojs/taro'
import { Known } from '../../features/identity/Known'
import { SettingsForm } from '../../features/requests/board/SettingsForm'

/** The ladder's clocks of a street or bureau (`orgId`, `name`). */
export default function SettingsPage() {
  const { orgId = '', name = '' } = useRouter().params
  return <Known>{() => <SettingsForm orgId={orgId} name={decodeURIComponent(name)} />}</Known>
}
