import { View } from '@tarojs/components'
import { dateOf } from '../../../../core/shared/calendar'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import { now } from '../../../platform/clock'
import { useCommand } from '../../../platform/query'
import { type Booked, sayAhead, sayWhen } from './words'

interface Props {
  booking: Booked
  forMemberId: { forMemberId?: string }
  onChange: () => Promise<void>
}

const titleOf = ({ state, startsAt }: Booked): string =>
  ({
    booked: `约好了：${sayWhen(startsAt)} ✓`,
    here: '您到了，请坐着等一等 ✓',
    now: '到您了，请进',
    done: `办好了：${sayWhen(startsAt)}`,
    missed: '叫到您的时候您不在',
  })[state]

/** One's own booking: how it stands on the day, and giving it back. */
export const MyBooking = ({ booking, forMemberId, onChange }: Props) => {
  const { hoursId, startsAt, state, ahead, about } = booking
  const cancel = useCommand('hours.cancel')
  const whose = { hoursId, startsAt, ...forMemberId }
  const today = dateOf(startsAt) === dateOf(now())
  const press = async () => {
    await cancel.run(whose)
    await onChange()
  }
  return (
    <View className="stack">
      <Notice tone={state === 'missed' ? 'warn' : 'good'} title={titleOf(booking)} big={state === 'now'}>
        {ahead !== null && <View className="strong">{sayAhead(ahead, state === 'here')}</View>}
        {about !== undefined && <View className="soft">{`您写给对方的：${about}`}</View>}
        {state === 'missed' && today && <View>还来得及的话，按一下“我到了”。</View>}
      </Notice>
      {cancel.refusal && <Failure refusal={cancel.refusal} onSeen={cancel.forget} />}
      {state === 'booked' && startsAt > now() && (
        <Confirm
          question="要取消这次预约吗？"
          explain="空出的时间会马上给后面排队的同志。"
          yes="取消预约"
          no="不取消，我会去"
          onYes={press}
        >
          去不了，取消这次
        </Confirm>
      )}
    </View>
  )
}
