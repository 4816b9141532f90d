import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Answer, type AnyRefusal, call, type Given } from '../../../platform/call'
import { dial } from '../../../platform/phone'
import { BigButton, Button } from '../../../components/Button'
import { CallButton } from '../../../components/CallButton'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'

type Numbers = Given<'roster.phone'>

interface NumbersProps {
  name: string
  words?: string
  big?: boolean
  /** Fetches the numbers; the cloud writes down that they were shown. */
  ask: () => Promise<Answer<'roster.phone' | 'request.phone' | 'pairing.phone' | 'visit.phone' | 'care.phone'>>
}

/** Rings a person whose number is fetched only when it is needed. */
export const CallNumbers = ({ name, words = '打电话', big = false, ask }: NumbersProps) => {
  const [numbers, setNumbers] = useState<Numbers | undefined>()
  const [refusal, setRefusal] = useState<AnyRefusal | undefined>()
  const press = async () => {
    setRefusal(undefined)
    const answer = await ask()
    if (!answer.ok) {
      setRefusal(answer)
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
          <Notice tone="warn" title={`没有登记${name}的电话`} onSeen={() => setNumbers(undefined)} />
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
  const about = { icon: 'phone' as const, ...(words.includes(name) ? {} : { about: name }), busyWords: '正在拨…', onPress: press }
  return (
    <View className="stack">
      {big ? <BigButton {...about}>{words}</BigButton> : <Button {...about}>{words}</Button>}
      {refusal && <Failure refusal={refusal} onSeen={() => setRefusal(undefined)} />}
    </View>
  )
}

interface Props {
  memberId: string
  name: string
  words?: string
}

/** Rings a member of the branch, whose number the list shows only masked. */
export const CallMember = ({ memberId, ...rest }: Props) => <CallNumbers {...rest} ask={() => call('roster.phone', { memberId })} />
