import { View } from '@tarojs/components'
import { type ComponentProps, useState } from 'react'
import { type Answer, type AnyRefusal, call, type Given } from '../../../platform/call'
import { dial } from '../../../platform/phone'
import { BigButton, Button, IconButton } from '../../../components/Button'
import { CallButton } from '../../../components/CallButton'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import { ShortRow } from '../../../components/Rows'

type Numbers = Given<'roster.phone'>

interface NumbersProps {
  name: string
  words?: string
  big?: boolean
  /** Fetches the numbers; the cloud writes down that they were shown. */
  ask: () => Promise<Answer<'roster.phone' | 'request.phone' | 'pairing.phone' | 'visit.phone' | 'care.phone' | 'person.phone'>>
}

/** Rings a person whose number is fetched only when it is needed: `press` rings, `below` is what there is to choose or to say after it. */
export const useCall = ({ name, ask }: Pick<NumbersProps, 'name' | 'ask'>) => {
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
  const below = (
    <>
      {numbers && numbers.phones.length + numbers.emergency.length === 0 && (
        <Notice tone="warn" title={`没有登记${name}的电话`} onSeen={() => setNumbers(undefined)} />
      )}
      {numbers?.phones.map(phone => (
        <CallButton key={phone} name={name} phone={phone} words={`打 ${phone}`} />
      ))}
      {numbers?.emergency.map(one => (
        <CallButton key={one.phone} name={one.name} phone={one.phone} words={`打给家人${one.name}`} />
      ))}
      {refusal && <Failure refusal={refusal} onSeen={() => setRefusal(undefined)} />}
    </>
  )
  return { press, chosen: numbers !== undefined, below }
}

/** A button that rings; the numbers take its place where there are several. */
export const CallNumbers = ({ name, words = '打电话', big = false, ask }: NumbersProps) => {
  const { press, chosen, below } = useCall({ name, ask })
  const about = { icon: 'phone' as const, ...(words.includes(name) ? {} : { about: name }), busyWords: '正在拨…', onPress: press }
  return (
    <View className="stack">
      {!chosen && (big ? <BigButton {...about}>{words}</BigButton> : <Button {...about}>{words}</Button>)}
      {below}
    </View>
  )
}

interface RowProps extends Omit<ComponentProps<typeof ShortRow>, 'action'>, Pick<NumbersProps, 'ask'> {
  /** Has a number at all. */
  rings: boolean
}

/** A person in a list, with a telephone at the right; the numbers stand below where there are several. */
export const CallRow = ({ rings, ask, ...row }: RowProps) => {
  const { press, below } = useCall({ name: row.name, ask })
  return (
    <>
      <ShortRow {...row} {...(rings ? { action: <IconButton icon="phone" label={`打电话：${row.name}`} onPress={press} /> } : {})} />
      {below}
    </>
  )
}

interface Props {
  memberId: string
  name: string
  words?: string
}

/** Rings a member of the branch, whose number the list shows only masked. */
export const CallMember = ({ memberId, ...rest }: Props) => <CallNumbers {...rest} ask={() => call('roster.phone', { memberId })} />
