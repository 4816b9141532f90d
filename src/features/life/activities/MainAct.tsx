import { View } from '@tarojs/components'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import { BigButton } from '../../../components/Button'
import { Stamp } from '../../../components/Stamp'
import { ScanButton } from '../../../components/ScanButton'
import { clockTime, moment } from '../../../components/times'
import { now } from '../../../platform/clock'
import { AskLeave } from './AskLeave'
import { LeaveSignup } from '../signups/LeaveSignup'
import { SignInByLetters } from './SignInByLetters'
import { PlaceSignIn } from '../attendance/PlaceSignIn'
import type { ActionProps } from './props'
import { isOwed } from '../../../../core/life/activities/kinds'
import { type Activity, isFresh, placesLeft, myStateOf } from './myState'
import { wordsOf } from './words'
import { useSignIn, useSignup } from './useActs'
import { refused } from '../../../platform/call'

const JoinButton = ({ activity, forMemberId, onDone }: ActionProps) => {
  const signup = useSignup(activity.activityId, forMemberId, onDone)
  const full = placesLeft(activity) === 0
  const words = wordsOf(activity)
  return (
    <>
      {signup.refusal && <Failure refusal={signup.refusal} onSeen={signup.forget} />}
      <BigButton icon="calendar-add" busyWords={words.joining} onPress={signup.join}>
        {full ? words.joinFull : words.join}
      </BigButton>
    </>
  )
}

const SignInButtons = ({ activity, forMemberId, onDone }: ActionProps) => {
  const signIn = useSignIn(activity.activityId, forMemberId, onDone)
  return (
    <>
      {signIn.refusal && <Failure refusal={signIn.refusal} onSeen={signIn.forget} />}
      {signIn.wrongCode && <Failure refusal={refused('SIGNIN_CODE_INVALID')} onSeen={signIn.forget} />}
      <ScanButton big words="扫码签到" busy={signIn.busy} before={signIn.before} onText={signIn.byText} />
      {activity.place.point && <PlaceSignIn signIn={signIn} />}
    </>
  )
}

/** Is there one act to offer now, and so a main button? */
export const hasMainAct = (activity: Activity): boolean => ['sign-in', 'free'].includes(myStateOf(activity, now()))

/** The one act that follows from how the person stands: sign up, or sign in while the door is open. */
export const MainAct = (props: ActionProps) => {
  const state = myStateOf(props.activity, now())
  if (state === 'free') return <JoinButton {...props} />
  return state === 'sign-in' ? <SignInButtons {...props} /> : null
}

const Present = ({ activity }: { activity: Activity }) => (
  <Notice tone="good" title="已签到 ✓">
    {activity.mySignIn && (
      <View className="row">
        <View className="grow">
          {clockTime(activity.mySignIn.at)}签到{activity.mySignIn.late ? '，晚到了一会儿' : ''}，已经记上了。
        </View>
        <Stamp words="已签到" fresh={isFresh(activity.mySignIn.at, now())} />
      </View>
    )}
  </Notice>
)

/** How the person stands, in words. */
export const MyStateNotice = ({ activity }: { activity: Activity }) => {
  const onLeave = activity.mySignIn?.state === 'leave'
  switch (myStateOf(activity, now())) {
    case 'present':
      return <Present activity={activity} />
    case 'cancelled':
      return (
        <Notice tone="danger" title="这次活动取消了，请不要来">
          {activity.cancelReason && <View>原因：{activity.cancelReason}</View>}
        </Notice>
      )
    case 'over':
      return (
        <Notice tone="info" title="签到已经结束">
          <View>{onLeave ? '您这次请了假。' : '如果您到了却没有签上，请告诉支部书记，他可以补记。'}</View>
        </Notice>
      )
    case 'sign-in':
      return onLeave ? <Notice tone="info" title="您请过假；来了也可以签到" /> : null
    case 'on-leave':
      return (
        <Notice tone="info" title="您已请假">
          <View>能来的话，到现场照样可以签到。</View>
        </Notice>
      )
    case 'waiting':
      return (
        <Notice tone="warn" title={`您排在候补第 ${activity.mySignup?.position ?? 1} 位`}>
          <View>有人退出就轮到您，会发消息告诉您。</View>
        </Notice>
      )
    case 'joined':
      return (
        <Notice tone="good" title={wordsOf(activity).joined}>
          <View>{moment(activity.signInOpensAt)}起，可以在这里签到。</View>
        </Notice>
      )
    case 'free':
      return null
  }
}

/** What takes something back or says one cannot come; on the activity's own page only. */
export const WaysOut = (props: ActionProps) => {
  const state = myStateOf(props.activity, now())
  const signedUp = state === 'waiting' || state === 'joined'
  const mayAsk = state === 'joined' || state === 'free' || (state === 'sign-in' && props.activity.mySignIn === null)
  return (
    <>
      {/* Where attendance is owed, who cannot come asks for leave. */}
      {signedUp && !isOwed(props.activity) && <LeaveSignup {...props} />}
      {state === 'sign-in' && <SignInByLetters {...props} />}
      {mayAsk && <AskLeave {...props} />}
    </>
  )
}
