import { Failure } from '../../components/Failure'
import { Screen } from '../../components/Screen'
import { guarded } from '../../features/home/guard/rooms/pages'
import { Kiosk } from '../../features/life/attendance/Kiosk'
import { refused } from '../../platform/call'

definePageConfig({ navigationBarTitleText: '签到机', pageOrientation: 'auto' })

/** The shared tablet, opened by the secretary with `a` (activity) and `k` (token). */
export default guarded('kiosk', ({ asked }) => {
  const [activityId, kioskToken] = [asked('a'), asked('k')]
  if (activityId !== undefined && kioskToken !== undefined) return <Kiosk activityId={activityId} kioskToken={kioskToken} />
  return (
    <Screen>
      <Failure refusal={refused('KIOSK_CLOSED')} />
    </Screen>
  )
})
