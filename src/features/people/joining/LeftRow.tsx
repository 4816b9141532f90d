import { View } from '@tarojs/components'
import { useState } from 'react'
import { IconButton } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { ShareIcon } from '../../../components/OpenButtons'
import { type AnyRefusal, call, type Given } from '../../../platform/call'
import { dial } from '../../../platform/phone'
import type { ShareCard } from '../../../platform/share'
import './LeftRow.css'

type Person = Given<'joining.left'>['items'][number]

/** One who has not bound yet: the card again, a call, or a call to the family, each by one tap. */
export const LeftRow = ({ person, card }: { person: Person; card: ShareCard }) => {
  const { memberId, name, groupName, maskedPhone, family } = person
  const [refusal, setRefusal] = useState<AnyRefusal | undefined>()
  const ring = async (whose: 'phones' | 'emergency') => {
    setRefusal(undefined)
    const answer = await call('roster.phone', { memberId })
    if (!answer.ok) {
      setRefusal(answer)
      return
    }
    const { phones, emergency } = answer.data
    const number = whose === 'phones' ? phones[0] : emergency[0]?.phone
    if (number !== undefined) dial(number)
  }
  return (
    <View className="stack">
      <View className="list-row row tight left-row">
        <View className="grow">
          <View className="strong">{name}</View>
          <View className="soft small">{groupName ?? maskedPhone ?? '没有登记电话'}</View>
        </View>
        <ShareIcon words="卡片" label={`卡片：${name}`} card={{ ...card, title: `${name}同志，请点开，用手机号绑定` }} />
        {maskedPhone !== undefined && <IconButton icon="phone" words="电话" label={`电话：${name}`} onPress={() => ring('phones')} />}
        {family && <IconButton icon="people" words="家人" label={`家人：请帮${name}绑定`} onPress={() => ring('emergency')} />}
      </View>
      {refusal && <Failure refusal={refusal} onSeen={() => setRefusal(undefined)} />}
    </View>
  )
}
