import { View } from '@tarojs/components'
import { signInDoor, signOutDoor } from '../../../../core/service/posts/day'
import { BigButton } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import { clockTime } from '../../../components/times'
import { now } from '../../../platform/clock'
import type { Day } from '../posts/useDay'
import type { Station } from './words'

type Duty = Station['mine'][number]

/** The duty whose door is open now: to sign in, or to sign out. */
export const dutyNow = ({ mine }: Station): { duty: Duty; leaving: boolean } | undefined => {
  const at = now()
  for (const duty of mine) {
    const leaving = duty.signedInAt !== undefined
    const { opensAt, closesAt } = leaving ? signOutDoor(duty) : signInDoor(duty)
    if (duty.signedOutAt === undefined && at >= opensAt && at <= closesAt) return { duty, leaving }
  }
  return undefined
}

/** The act of who is on duty now: the place of the phone says that they are there. */
export const DutyToday = ({ duty, leaving, day }: { duty: Duty; leaving: boolean; day: Day }) => (
  <>
    {day.refusal && <Failure refusal={day.refusal} onSeen={day.forget} />}
    {day.noPlace && (
      <Notice tone="warn" title="手机没有说出您在哪里" onSeen={day.forget}>
        <View>请在手机里打开定位，再按一次；还是不行，请站上的负责人替您记。</View>
      </Notice>
    )}
    {duty.signedInAt !== undefined && <View className="soft">{clockTime(duty.signedInAt)}签到的，走的时候请签退。</View>}
    <BigButton icon={leaving ? 'leave' : 'place'} busy={day.busy} onPress={() => day.byPlace(duty.shiftId, leaving)}>
      {leaving ? '签退，我走了' : '我来值班，签到'}
    </BigButton>
  </>
)
