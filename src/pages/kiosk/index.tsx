import { useRouter } from '@tarojs/taro'
import { Failure } from '../../components/Failure'
import { Screen } from '../../components/Screen'
import { Kiosk } from '../../features/life/attendance/Kiosk'
import { refused } from '../../platform/call'

/** The shared tablet, opened by the secretary with `a` (activity) and `k` (token). */
export default function KioskPage() {
  const { a, k } = useRouter().params
  if (a && k) return <Kiosk activityId={a} kioskToken={k} />
  return (
    <Screen>
      <Failure refusal={refused('KIOSK_CLOSED')} />
    </Screen>
  )
}
