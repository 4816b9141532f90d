import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Title } from '../../../components/Card'
import { BigButton, Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { spoken } from '../../../components/spoken'
import { moment } from '../../../components/times'
import type { Given } from '../../../platform/call'
import { useCommand } from '../../../platform/query'
import { keepLit } from '../../../platform/screen'
import './Kiosk.css'

const DIGITS = 4
const ERASE = '退一位'
const CLEAR = '清空'
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', CLEAR, '0', ERASE] as const

const pressed = (digits: string, key: string): string => {
  if (key === CLEAR) return ''
  if (key === ERASE) return digits.slice(0, -1)
  return digits.length < DIGITS ? digits + key : digits
}

const Pad = ({ onKey }: { onKey: (key: string) => void }) => (
  <View className="pad">
    {keys.map(key => (
      <View key={key} className="pad-place">
        <View
          className={`pad-key${key.length > 1 ? ' words' : ''}`}
          hoverClass="card-pressed"
          onClick={() => onKey(key)}
          {...spoken('button', { label: key })}
        >
          {key}
        </View>
      </View>
    ))}
  </View>
)

interface Props {
  activityId: string
  kioskToken: string
}

/** The shared tablet at the door: four digits, a name if two share them, thanks, and the next person. */
export const Kiosk = ({ activityId, kioskToken }: Props) => {
  const [digits, setDigits] = useState('')
  const [result, setResult] = useState<Given<'attendance.kiosk'> | undefined>()
  const sign = useCommand('attendance.kiosk')

  useEffect(() => {
    keepLit(true)
    return () => keepLit(false)
  }, [])

  const ask = async (choice?: number) => {
    const answer = await sign.run({ activityId, kioskToken, digits, ...(choice === undefined ? {} : { choice }) })
    if (answer?.ok) setResult(answer.data)
  }
  const next = () => {
    setDigits('')
    setResult(undefined)
    sign.forget()
  }

  if (result?.state === 'signed-in') {
    return (
      <Screen alone main={<BigButton onPress={next}>下一位</BigButton>}>
        <Notice big tone="good" title={`${result.name}同志，${result.first ? '签到成功 ✓' : '您早已签到 ✓'}`}>
          <View>
            {moment(result.at)}签到{result.late ? '，晚到了一会儿' : ''}，已经记上了。
          </View>
        </Notice>
      </Screen>
    )
  }
  if (result?.state === 'choose') {
    return (
      <Screen alone>
        <Title>您是哪一位？</Title>
        {sign.refusal && <Failure refusal={sign.refusal} />}
        {result.names.map((name, index) => (
          <PersonRow key={`${index}${name}`} name={name} onPress={() => void ask(index)} />
        ))}
        <Button kind="quiet" onPress={next}>
          都不是，重新输入
        </Button>
      </Screen>
    )
  }
  const key = (one: string) => {
    sign.forget()
    // After a refusal the next digit starts a new number, so that no member has to clear the digits of another.
    setDigits(pressed(sign.refusal === undefined || one === ERASE ? digits : '', one))
  }
  return (
    <Screen
      alone
      main={
        <BigButton disabled={digits.length < DIGITS} busyWords="正在签到…" onPress={() => ask()}>
          签到
        </BigButton>
      }
    >
      <Title>请按您手机号的最后四位</Title>
      <View className="pad-digits" {...spoken('status', { label: `已输入 ${digits.length} 位` })}>
        {Array.from({ length: DIGITS }, (_, index) => (
          <View key={index} className="pad-digit">
            {digits[index] ?? ''}
          </View>
        ))}
      </View>
      {sign.refusal && <Failure refusal={sign.refusal} />}
      <Pad onKey={key} />
    </Screen>
  )
}
