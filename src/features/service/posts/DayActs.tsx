import { View } from '@tarojs/components'
import { signInDoor, signOutDoor } from '../../../../core/service/posts/day'
import { BigButton, Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import { ScanButton } from '../../../components/ScanButton'
import { clockTime, lasting } from '../../../components/times'
import type { Mine, Post, Shift } from './post'
import type { Day } from './useDay'
import { refused } from '../../../platform/call'

/** A shift of mine whose door is open now. */
export interface Due {
  shift: Shift
  mine: Mine
  leaving: boolean
}

const slotOf = ({ shiftId, startsAt, endsAt, places }: Shift) => ({ shiftId, startsAt, endsAt, places })

const dueOf = (shift: Shift, at: number): Due | undefined => {
  const { mine } = shift
  if (!mine || shift.state === 'cancelled' || mine.signedOutAt !== undefined) return undefined
  const leaving = mine.signedInAt !== undefined
  // Who waits has nothing to do, unless the organizer signed them in to stand in for a holder.
  if (mine.state !== 'held' && !leaving) return undefined
  const { opensAt, closesAt } = leaving ? signOutDoor(slotOf(shift)) : signInDoor(slotOf(shift))
  return at >= opensAt && at <= closesAt && !(mine.minutes !== undefined && leaving) ? { shift, mine, leaving } : undefined
}

/** What is to be done on the day: sign out where one is in (the first to end), else sign in. */
export const dueNow = (post: Post, at: number): Due | undefined => {
  const due = post.shifts.flatMap(shift => dueOf(shift, at) ?? [])
  return due.find(one => one.leaving) ?? due[0]
}

/** The act of the day at the bottom of the phone; `scanned` is the code the page was opened with. */
export const DayActs = ({ post, due, day, scanned }: { post: Post; due: Due; day: Day; scanned: string | undefined }) => {
  const { shift, leaving, mine } = due
  const { shiftId } = shift
  return (
    <>
      {day.refusal && <Failure refusal={day.refusal} onSeen={day.forget} />}
      {day.wrongCode && <Failure refusal={refused('SIGNIN_CODE_INVALID')} onSeen={day.forget} />}
      {day.noPlace && (
        <Notice tone="warn" title="手机没有说出您在哪里" onSeen={day.forget}>
          <View>请在手机里打开定位，再按一次；或者扫码，或者告诉组织的人。</View>
        </Notice>
      )}
      {leaving && mine.signedInAt !== undefined && <View className="soft">{clockTime(mine.signedInAt)}签到的，走的时候请签退。</View>}
      {scanned && leaving ? (
        <BigButton icon="leave" busy={day.busy} onPress={() => day.byCode(shiftId, true, scanned)}>
          签退，我走了
        </BigButton>
      ) : (
        <ScanButton
          key={String(leaving)}
          big
          words={leaving ? '扫码签退' : '扫码签到'}
          busy={day.busy}
          before={day.before}
          onText={text => day.byText(shiftId, leaving, text)}
        />
      )}
      {post.place.point && (
        <Button icon="place" busy={day.busy} onPress={() => day.byPlace(shiftId, leaving)}>
          {leaving ? '用位置签退' : '我到了，用位置签到'}
        </Button>
      )}
    </>
  )
}

/** After signing out: thanks, and what was credited. */
export const Served = ({ day }: { day: Day }) =>
  day.served === undefined ? null : (
    <Notice big tone="good" title="辛苦了，谢谢您！" onSeen={day.seen}>
      <View>这次服务 {lasting(day.served)}，已经记上了。</View>
    </Notice>
  )
