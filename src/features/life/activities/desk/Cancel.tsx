import { CallOff } from '../../../../components/CallOff'
import type { Given } from '../../../../platform/call'
import { useCommand } from '../../../../platform/query'
import { wordsOf } from '../words'

interface Props {
  activity: Pick<Given<'activity.get'>, 'activityId' | 'title' | 'kind' | 'capacity' | 'joined' | 'waiting'>
  onDone: () => Promise<void>
}

/** Calls an activity off. */
export const Cancel = ({ activity, onDone }: Props) => {
  const { activityId, title, joined, waiting } = activity
  const cancel = useCommand('activity.cancel')
  const signed = joined + waiting
  return (
    <CallOff
      words="取消这次活动"
      draft={`cancel/${activityId}`}
      question={`真的要取消“${title}”吗？`}
      explain={signed > 0 ? `${wordsOf(activity).some(signed)}，微信会通知他们；其他人在消息里能看到。` : '大家在消息里会看到取消的通知。'}
      after="取消以后一分钟内可以撤回。"
      example="天气不好"
      refusal={cancel.refusal}
      onYes={reason => cancel.run({ activityId, reason })}
      onDone={onDone}
    />
  )
}
