import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { EmergencyLine } from '../../../components/EmergencyLine'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { PhoneNumberButton } from '../../../components/OpenButtons'
import { useCommand } from '../../../platform/query'
import { Screen } from '../../../components/Screen'
import { bereavedPart } from './bereaved'
import { refused } from '../../../platform/call'
import { usePhoneBinding } from './session'
import { type Claim, useWho, WhoAreYou } from './WhoAreYou'

interface Props {
  /** The code of an invitation that was opened from a card. */
  invite?: string
  onBound: () => Promise<unknown>
}

/** Tells this phone who it belongs to: by the invitation of the secretary or of the family, or by the phone number in the roster. */
export const Bind = ({ invite = '', onBound }: Props) => {
  const [code, setCode] = useState(invite)
  const [phoneRefused, setPhoneRefused] = useState(false)
  const phoneIsAWay = usePhoneBinding()
  const who = useWho()
  const byCode = useCommand('me.bind')
  const byPhone = useCommand('me.bindByPhone')
  const FamilyContact = bereavedPart()

  const bindByCode = async () => {
    byPhone.forget()
    const answer = await byCode.run({ inviteCode: code.trim() })
    if (answer?.ok) await onBound()
  }
  const bindByPhone = async (phoneCode: string | undefined) => {
    byCode.forget()
    setPhoneRefused(phoneCode === undefined)
    if (phoneCode === undefined) return
    const answer = await byPhone.run({ phoneCode })
    if (who.hear(answer)?.ok) await onBound()
  }
  const claim = async (said: Claim) => {
    if (who.hear(await byPhone.run(said), true)?.ok) await onBound()
  }
  const back = () => {
    byPhone.forget()
    who.forget()
  }
  if (who.people)
    return <WhoAreYou people={who.people} wrong={who.wrong} busy={byPhone.busy} refusal={byPhone.refusal} onClaim={claim} onBack={back} />

  return (
    <Screen
      main={
        <>
          {byCode.refusal && <Failure refusal={byCode.refusal} />}
          <BigButton busy={byCode.busy} disabled={code.trim() === ''} onPress={bindByCode}>
            用邀请码绑定
          </BigButton>
        </>
      }
    >
      <EmergencyLine />
      {FamilyContact && <FamilyContact />}
      <Notice tone="info" title="先认识一下：您是哪位同志？">
        <View>绑定一次就好，以后打开就能用。</View>
      </Notice>
      <Card title="用邀请码">
        <View>邀请码由支部书记给您；家人的邀请码由老同志本人给您。</View>
        <Field label="邀请码" value={code} onChange={setCode} max={32} placeholder="把邀请码填在这里" />
      </Card>
      {phoneIsAWay && (
        <Card title="或者用手机号">
          <View>手机号和支部名册里的一样，就能认出您。</View>
          {byPhone.refusal && byPhone.refusal.code !== 'PHONE_WHO' && <Failure refusal={byPhone.refusal} />}
          {phoneRefused && <Failure refusal={refused('PHONE_CODE_INVALID')} />}
          <PhoneNumberButton words="用手机号绑定" busy={byPhone.busy} onCode={bindByPhone} />
        </Card>
      )}
    </Screen>
  )
}
