import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Section } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Many } from '../../../components/Many'
import { Notice } from '../../../components/Notice'
import { dated, hours } from '../../../components/times'
import { useCommand } from '../../../platform/query'
import { askToTell } from '../../../platform/subscribe'
import type { Station } from './words'

interface Props {
  station: Station
  forMemberId: { forMemberId?: string }
  onDone: () => Promise<void>
}

/** Days on which hands are lacking; one tap takes one. */
export const FreeDays = ({ station, forMemberId, onDone }: Props) => {
  const claim = useCommand('post.claim')
  const [taken, setTaken] = useState(false)
  const take = async ({ postId, shiftId }: Station['free'][number]) => {
    await askToTell(['duty'])
    const answer = await claim.run({ postId, shiftId, ...forMemberId })
    setTaken(answer?.ok === true)
    await onDone()
  }
  if (station.free.length === 0 && !taken) return null
  return (
    <Section title="这几天还缺人值班">
      {claim.refusal && <Failure refusal={claim.refusal} onSeen={claim.forget} />}
      {taken && <Notice tone="good" title="记下了，谢谢您！前一天会提醒您" onSeen={() => setTaken(false)} />}
      <Many items={station.free} keyOf={one => one.date} step={4} unit="天">
        {one => (
          <View className="list-row row">
            <View className="grow">
              <View className="strong">{dated(one.startsAt)}</View>
              <View className="soft small">{hours(one.startsAt, one.endsAt)}</View>
            </View>
            <Button icon="hand" about={dated(one.startsAt)} busyWords="正在记下…" onPress={() => take(one)}>
              我来
            </Button>
          </View>
        )}
      </Many>
    </Section>
  )
}
