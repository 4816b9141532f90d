import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import type { ActionProps } from '../activities/props'
import { useSignup } from '../activities/useActs'

/** Gives the place back, after asking once. */
export const LeaveSignup = ({ activity, forMemberId, onDone }: ActionProps) => {
  const signup = useSignup(activity.activityId, forMemberId, onDone)
  const waiting = activity.mySignup?.state === 'waiting'
  return (
    <>
      {signup.refusal && <Failure refusal={signup.refusal} onSeen={signup.forget} />}
      <Confirm
        icon="calendar-off"
        question={waiting ? '不再排候补了吗？' : '要取消报名吗？'}
        explain={activity.capacity === undefined ? '以后还可以再报名。' : '您的名额会让给排在后面的同志；以后还可以再报名。'}
        yes="是，取消报名"
        no="不，我还去"
        onYes={signup.leave}
      >
        {waiting ? '不排了' : '取消报名'}
      </Confirm>
    </>
  )
}
