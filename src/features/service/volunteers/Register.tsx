import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { PhoneNumberButton } from '../../../components/OpenButtons'
import { Screen } from '../../../components/Screen'
import { useCommand } from '../../../platform/query'
import { type Asked, refused } from '../../../platform/call'
import { type Claim, usePhoneBinding, useWho, WhoAreYou } from '../../people/public'

interface Props {
  /** For what one is asked. */
  why: string
  onKnown: () => Promise<unknown>
  onBack: (() => void) | undefined
}

/** One step for a person not known yet: name and WeChat's own phone number. A member on a roster is recognised by the number. */
export const Register = ({ why, onKnown, onBack }: Props) => {
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  const [phoneRefused, setPhoneRefused] = useState(false)
  const [code, setCode] = useState('')
  const phoneIsAWay = usePhoneBinding()
  const asked = useWho()
  const register = useCommand('me.register')
  const send = async (more: Partial<Asked<'me.register'>> & { phoneCode: string }, claimed = false) => {
    const answer = asked.hear(await register.run({ name: name.trim(), ...more }), claimed)
    // A member's other phone, or a second tap: who is bound already is known.
    if (answer && (answer.ok || answer.code === 'ALREADY_BOUND')) await onKnown()
  }
  const go = async (phoneCode: string | undefined) => {
    const who = name.trim()
    setMissing(who === '')
    setPhoneRefused(phoneCode === undefined)
    register.forget()
    if (who === '' || phoneCode === undefined) return
    setCode(phoneCode)
    await send({ phoneCode })
  }
  const claim = (said: Claim) => send({ phoneCode: code, ...said, name: said.name ?? name.trim() }, true)
  const notMe = () => send({ phoneCode: code, notMe: true })
  const back = () => {
    register.forget()
    asked.forget()
  }
  if (asked.people)
    return (
      <WhoAreYou
        people={asked.people}
        wrong={asked.wrong}
        busy={register.busy}
        refusal={register.refusal}
        onClaim={claim}
        onBack={back}
        none={{ words: '这些都不是我，号码换了人', onPress: notMe }}
      />
    )
  return (
    <Screen
      main={
        <>
          {register.refusal && register.refusal.code !== 'ALREADY_BOUND' && register.refusal.code !== 'PHONE_WHO' && (
            <Failure refusal={register.refusal} />
          )}
          {phoneRefused && !missing && <Failure refusal={refused('PHONE_CODE_INVALID')} />}
          {phoneIsAWay ? (
            <PhoneNumberButton big words="用我的微信手机号" busy={register.busy} onCode={go} />
          ) : (
            <Failure refusal={refused('PHONE_BINDING_OFF')} />
          )}
        </>
      }
    >
      <Notice tone="info" title={why}>
        <View>请写上姓名，再按下面的按钮。只要一次，以后一按就行。</View>
      </Notice>
      <Field
        label="您的姓名"
        value={name}
        onChange={setName}
        max={20}
        error={missing && name.trim() === '' ? '请写上您的姓名' : undefined}
      />
      <View className="soft">手机号只给组织这个岗位的人看，有事好找到您。支部名册里有您的，会自动认出来。</View>
      {onBack && (
        <Button kind="quiet" onPress={onBack}>
          先不来了，返回
        </Button>
      )}
    </Screen>
  )
}
