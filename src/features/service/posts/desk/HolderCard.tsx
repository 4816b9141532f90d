import { View } from '@tarojs/components'
import { CallNumbers } from '../../../people/public'
import type { Tone } from '../../../../components/Icon'
import type { IconName } from '../../../../components/icons'
import { StateChip } from '../../../../components/StateChip'
import { ago, clockTime, lasting } from '../../../../components/times'
import { call, type Given } from '../../../../platform/call'
import './desk.css'

export type RunShift = Given<'post.holders'>['shifts'][number]
export type Holder = RunShift['holders'][number]

interface Said {
  icon: IconName
  tone: Tone
  words: string
}

const saidOf = ({ service, state, position, offered }: Holder): Said => {
  if (service?.state === 'served') return { icon: 'done', tone: 'good', words: `服务 ${lasting(service.minutes)}` }
  if (service?.state === 'in')
    return { icon: 'done', tone: 'good', words: service.signedInAt === undefined ? '到了' : `${clockTime(service.signedInAt)}到` }
  if (service?.state === 'no-show') return { icon: 'alert', tone: 'warn', words: '没有来' }
  if (state === 'waiting') return { icon: 'clock', tone: 'warn', words: `候补第 ${position ?? 1}` }
  return offered ? { icon: 'swap', tone: 'warn', words: '在找人替' } : { icon: 'done', tone: 'good', words: '已认领' }
}

/** Somebody in the queue of a shift: how they stand, and a call. */
export const HolderCard = ({ postId, holder }: { postId: string; holder: Holder }) => {
  const { memberId, name, maskedPhone, at, by, volunteer, group } = holder
  const notes = [volunteer ? '志愿者' : '', by ? `${by}代认` : '', group ? '从群里来' : '', ago(at)].filter(Boolean).join(' · ')
  const ask = async () => {
    const answer = await call('post.phone', { postId, memberId })
    return answer.ok ? { ok: true as const, data: { phones: answer.data.phones, emergency: [] } } : answer
  }
  return (
    <View className="holder row wrap">
      <View className="grow holder-who">
        <View className="strong">{name}</View>
        <StateChip {...saidOf(holder)} />
        <View className="soft small">{notes}</View>
      </View>
      {maskedPhone !== undefined && (
        <View className="holder-call">
          <CallNumbers name={name} ask={ask} />
        </View>
      )}
    </View>
  )
}
