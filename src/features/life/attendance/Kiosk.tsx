import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { moment } from '../../../components/times'
import type { Given } from '../../../platform/call'
import { useCommand } from '../../../platform/query'
import { keepLit } from '../../../platform/screen'
import { speak } from '../../../platform/speech'
import { DIGITS, ERASE, pressed } from './kiosk-pad'
import { Digits, Pad } from './KioskPad'

/** How long thanks stay before the next member finds an empty tablet. */
const THANKS_MS = 8000
/** How long digits and names of one who went away stay. */
const FORGOTTEN_MS = 40_000

interface Props {
  activityId: string
  kioskToken: string
}

/** The shared tablet at the door: four digits, is it you, thanks said aloud, and by itself the next member. */
export const Kiosk = ({ activityId, kioskToken }: Props) => {
  const [digits, setDigits] = useState('')
  const [result, setResult] = useState<Given<'attendance.kiosk'> | undefined>()
  const sign = useCommand('attendance.kiosk')
  const next = () => {
    setDigits('')
    setResult(undefined)
    sign.forget()
  }
  const begin = useRef(next)
  begin.current = next

  useEffect(() => {
    keepLit(true)
    return () => keepLit(false)
  }, [])
  useEffect(() => {
    const timer = setTimeout(() => begin.current(), result?.state === 'signed-in' ? THANKS_MS : FORGOTTEN_MS)
    return () => clearTimeout(timer)
  }, [digits, result])

  const ask = async (choice?: number) => {
    const answer = await sign.run({ activityId, kioskToken, digits, ...(choice === undefined ? { ask: true } : { choice }) })
    if (!answer?.ok) return
    setResult(answer.data)
    if (answer.data.state === 'signed-in') speak(`${answer.data.name}同志，${answer.data.first ? '签到成功' : '您早已签到'}`)
  }
  const key = (one: string) => {
    sign.forget()
    // After a refusal the next digit starts a new number, so that no member has to clear the digits of another.
    setDigits(pressed(sign.refusal === undefined || one === ERASE ? digits : '', one))
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
    const [only, ...others] = result.names
    return (
      <Screen alone>
        {sign.refusal && <Failure refusal={sign.refusal} />}
        {only !== undefined && others.length === 0 ? (
          <>
            <Title>您是{only}同志吗？</Title>
            <BigButton icon="check" busyWords="正在签到…" onPress={() => ask(0)}>
              是我，签到
            </BigButton>
          </>
        ) : (
          <>
            <Title>您是哪一位？</Title>
            {result.names.map((name, index) => (
              <PersonRow key={`${index}${name}`} name={name} onPress={() => void ask(index)} />
            ))}
          </>
        )}
        <Button onPress={next}>不是我，重新按</Button>
      </Screen>
    )
  }
  return (
    <Screen
      alone
      wide
      main={
        <BigButton disabled={digits.length < DIGITS} busyWords="正在找您的名字…" onPress={() => ask()}>
          签到
        </BigButton>
      }
    >
      <View className="kiosk">
        <View className="kiosk-side stack">
          <Title>请按您手机号的最后四位</Title>
          <Digits digits={digits} />
          {sign.refusal && <Failure refusal={sign.refusal} />}
        </View>
        <View className="kiosk-keys">
          <Pad onKey={key} />
        </View>
      </View>
    </Screen>
  )
}
