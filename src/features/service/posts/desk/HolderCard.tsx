import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/Button'
import { CallNumbers } from '../../../people/public'
import type { Tone } from '../../../../components/Icon'
import type { IconName } from '../../../../components/icons'
import { StateChip } from '../../../../components/StateChip'
import { ago, clockTime, lasting } from '../../../../components/times'
import { call } from '../../../../platform/call'
import { now } from '../../../../platform/clock'
import { Resolve } from './Resolve'
import { type Holder, isTold, type RunShift } from './telling'
import './desk.css'

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
  if (service?.state === 'none') return { icon: 'info', tone: 'soft', words: '不算' }
  if (state === 'waiting') return { icon: 'clock', tone: 'warn', words: `候补第 ${position ?? 1}` }
  return offered ? { icon: 'swap', tone: 'warn', words: '在找人替' } : { icon: 'done', tone: 'good', words: '已认领' }
}

interface Props {
  postId: string
  shift: RunShift
  holder: Holder
  onDone: () => Promise<unknown>
}

/** One person in the queue of a shift: how they stand, a call, and what happened on the spot. */
export const HolderCard = ({ postId, shift, holder, onDone }: Props) => {
  const [telling, tell] = useState(false)
  const { memberId, name, maskedPhone, at, by, volunteer, group, service } = holder
  const notes = [volunteer ? '志愿者' : '', by ? `${by}代认` : '', group ? '从群里来' : '', ago(at)].filter(Boolean).join(' · ')
  const ask = async () => {
    const answer = await call('post.phone', { postId, memberId })
    return answer.ok ? { ok: true as const, data: { phones: answer.data.phones, emergency: [] } } : answer
  }
  const close = async (changed: boolean) => {
    if (changed) await onDone()
    tell(false)
  }
  return (
    <View className="holder row wrap">
      <View className="grow holder-who">
        <View className="strong">{name}</View>
        <StateChip {...saidOf(holder)} />
        <View className="soft small">{notes}</View>
        {service?.corrected && (
          <View className="soft small">
            {service.corrected.by} {ago(service.corrected.at)}记的：{service.corrected.reason}
          </View>
        )}
      </View>
      {maskedPhone !== undefined && (
        <View className="holder-call">
          <CallNumbers name={name} ask={ask} />
        </View>
      )}
      {isTold(shift, now()) && !telling && (
        <Button kind="quiet" about={name} onPress={() => tell(true)}>
          {holder.state === 'waiting' && service === null ? '来替班了' : '改一改'}
        </Button>
      )}
      {telling && (
        <View className="stack holder-told">
          <Resolve postId={postId} shift={shift} of={holder} onClose={close} />
        </View>
      )}
    </View>
  )
}
