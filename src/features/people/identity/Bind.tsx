import { View } from '@tarojs/components'
import { useState } from 'react'
import { Title } from '../../../components/Card'
import { Button } from '../../../components/Button'
import { EmergencyLine } from './EmergencyLine'
import { Failure } from '../../../components/Failure'
import { PhoneNumberButton } from '../../../components/OpenButtons'
import { Screen } from '../../../components/Screen'
import { type AnyRefusal, refused } from '../../../platform/call'
import { useCommand, useQuery } from '../../../platform/query'
import { Answered } from '../joining/Answered'
import { AskToJoin } from '../joining/AskToJoin'
import { NotFound } from '../joining/NotFound'
import { bereavedPart } from './bereaved'
import { BindByCode } from './BindByCode'
import { usePhoneBinding } from './session'
import { type Claim, useWho, WhoAreYou } from './WhoAreYou'

interface Props {
  /** The branch whose card in a chat led here, and what it opened with. */
  branch?: { token: string; name: string; office?: { name: string; phone: string } | undefined } | undefined
  onBound: () => Promise<unknown>
}

/** Refusals after which no second try of the number helps, only a person. */
const lost: readonly AnyRefusal['code'][] = ['PHONE_UNKNOWN', 'PHONE_ASK_SECRETARY', 'OFFICE_NEEDS_INVITE']

/** Tells this phone who it belongs to: by the phone number in the roster, or by an invitation's code; where neither helps, it leads to an officer. */
export const Bind = ({ branch, onBound }: Props) => {
  const phoneIsAWay = usePhoneBinding()
  const [step, setStep] = useState<'number' | 'code' | 'ask' | 'none'>(phoneIsAWay ? 'number' : 'code')
  const [phoneRefused, setPhoneRefused] = useState(false)
  const who = useWho()
  const byPhone = useCommand('me.bindByPhone')
  const mine = useQuery('joining.mine', {})
  const FamilyContact = bereavedPart()
  const card = branch === undefined ? {} : { branchToken: branch.token }

  const bindByPhone = async (phoneCode: string | undefined) => {
    setPhoneRefused(phoneCode === undefined)
    if (phoneCode === undefined) return
    if (who.hear(await byPhone.run({ phoneCode, ...card }))?.ok) await onBound()
  }
  const claim = async (said: Claim) => {
    if (who.hear(await byPhone.run({ ...said, ...card }), true)?.ok) await onBound()
  }
  const begin = () => {
    byPhone.forget()
    who.forget()
    setStep('number')
  }
  const { refusal } = byPhone
  const byCode = { words: '我有邀请码', onPress: () => setStep('code') }
  if (step === 'code') return <BindByCode onBound={onBound} {...(phoneIsAWay ? { onBack: begin } : {})} />
  if (step === 'ask') return <AskToJoin branch={branch} onBack={begin} onAsked={mine.reload} />
  if (step === 'none' || (refusal && lost.includes(refusal.code)))
    return (
      <NotFound
        refusal={step === 'none' ? undefined : refusal}
        office={branch?.office}
        onAsk={() => setStep('ask')}
        onCode={byCode.onPress}
        onBack={begin}
      />
    )
  if (who.people) {
    const none = { words: who.people.length === 1 ? '不是我' : '都不是我', onPress: () => setStep('none') }
    return (
      <WhoAreYou people={who.people} wrong={who.wrong} busy={byPhone.busy} refusal={refusal} onClaim={claim} onBack={begin} none={none} />
    )
  }
  const asked = mine.data?.asked
  if (asked)
    return <Answered asked={asked} onBound={onBound} onAgain={() => setStep('ask')} onNumber={bindByPhone} onCode={byCode.onPress} />
  return (
    <Screen
      main={
        <>
          {refusal && refusal.code !== 'PHONE_WHO' && <Failure refusal={refusal} />}
          {phoneRefused && <Failure refusal={refused('PHONE_CODE_INVALID')} />}
          <PhoneNumberButton big words="用手机号绑定" busy={byPhone.busy} onCode={bindByPhone} />
        </>
      }
    >
      <EmergencyLine />
      {FamilyContact && <FamilyContact />}
      <Title>{branch ? branch.name : '先认识一下您'}</Title>
      <View>按一下红色的按钮，微信会报出您的手机号。和支部名册里的一样，就认出您了。</View>
      <View>绑定一次就好，以后打开就能用。</View>
      <Button kind="quiet" onPress={byCode.onPress}>
        {byCode.words}
      </Button>
    </Screen>
  )
}
