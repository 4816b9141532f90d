import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { PhoneNumberButton } from '../../../components/OpenButtons'
import { Screen } from '../../../components/Screen'
import { refused } from '../../../platform/call'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'
import { texts } from '../../../platform/shape'
import { askToTell } from '../../../platform/subscribe'

const first = { name: '', place: '' }

interface Props {
  branch: { token: string; name: string } | undefined
  onAsked: () => Promise<unknown>
  onBack: () => void
}

/** 请书记加我: the name, the branch in the person's own words, and the number that WeChat has verified. */
export const AskToJoin = ({ branch, onAsked, onBack }: Props) => {
  const { draft, change, done } = useDraft('joining', texts(first), first)
  const [phoneRefused, setPhoneRefused] = useState(false)
  const ask = useCommand('joining.ask')
  const send = async (phoneCode?: string) => {
    await askToTell(['account-bound'])
    const answer = await ask.run({
      name: draft.name,
      ...(branch ? { token: branch.token } : draft.place.trim() === '' ? {} : { branch: draft.place }),
      ...(phoneCode === undefined ? {} : { phoneCode }),
    })
    if (!answer?.ok) return
    done()
    await onAsked()
    onBack()
  }
  const withNumber = async (phoneCode: string | undefined) => {
    setPhoneRefused(phoneCode === undefined)
    if (phoneCode !== undefined) await send(phoneCode)
  }
  // What WeChat verified is good for an hour; after that it is asked again.
  const stale = ask.refusal?.code === 'PHONE_CODE_INVALID'
  const named = draft.name.trim() !== ''
  return (
    <Screen
      main={
        <>
          {ask.refusal && <Failure refusal={ask.refusal} />}
          {phoneRefused && <Failure refusal={refused('PHONE_CODE_INVALID')} />}
          {stale ? (
            <PhoneNumberButton big words="用手机号，请书记加我" busy={ask.busy} onCode={withNumber} />
          ) : (
            <BigButton busy={ask.busy} disabled={!named} onPress={() => send()}>
              请书记加我
            </BigButton>
          )}
        </>
      }
    >
      <Field label="您的姓名" value={draft.name} onChange={name => change({ name })} max={20} />
      {branch ? (
        <View>您的支部：{branch.name}</View>
      ) : (
        <Field
          label="您的支部或者社区"
          hint="写开头几个字就行，例如：常青花园。不知道就空着。"
          value={draft.place}
          onChange={place => change({ place })}
          max={40}
        />
      )}
      <View className="soft">书记会看到您的姓名和手机号，好给您打电话。</View>
      <Button kind="quiet" onPress={onBack}>
        先不了，返回
      </Button>
    </Screen>
  )
}
