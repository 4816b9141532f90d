import { View } from '@tarojs/components'
import { useState } from 'react'
import { call, type AnyRefusal, type Given } from '../platform/call'
import { dial } from '../platform/phone'
import { Button } from './Button'
import { CallButton } from './CallButton'
import { Failure } from './Failure'
import { Notice } from './Notice'

interface Props {
  memberId: string
  name: string
  words?: string
}
type Numbers = Given<'roster.phone'>

/** Rings a member whose number the list shows only masked: the number is fetched when it is needed, and that is written down. */
export const CallMember = ({ memberId, name, words = '打电话' }: Props) => {
  const [numbers, setNumbers] = useState<Numbers | undefined>()
  const [code, setCode] = useState<AnyRefusal | undefined>()
  const press = async () => {
    setCode(undefined)
    const answer = await call('roster.phone', { memberId })
    if (!answer.ok) {
      setCode(answer.code)
      return
    }
    const [only, ...others] = answer.data.phones
    if (only !== undefined && others.length === 0) {
      dial(only)
      return
    }
    setNumbers(answer.data)
  }
  if (numbers) {
    const { phones, emergency } = numbers
    return (
      <View className="stack">
        {phones.length === 0 && emergency.length === 0 && (
          <Notice tone="warn" title={`名册里没有${name}的电话`} onSeen={() => setNumbers(undefined)} />
        )}
        {phones.map(phone => (
          <CallButton key={phone} name={name} phone={phone} words={`打 ${phone}`} />
        ))}
        {emergency.map(one => (
          <CallButton key={one.phone} name={one.name} phone={one.phone} words={`打给家人${one.name}`} />
        ))}
      </View>
    )
  }
  return (
    <View className="stack">
      <Button icon="phone" label={`${words}给${name}`} busyWords="正在拨…" onPress={press}>
        {words}
      </Button>
      {code && <Failure code={code} onSeen={() => setCode(undefined)} />}
    </View>
  )
}
