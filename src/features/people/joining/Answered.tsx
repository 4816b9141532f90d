import { View } from '@tarojs/components'
import { BigButton, Button } from '../../../components/Button'
import { CallButton } from '../../../components/CallButton'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import { PhoneNumberButton } from '../../../components/OpenButtons'
import { Screen } from '../../../components/Screen'
import { moment } from '../../../components/times'
import type { Given } from '../../../platform/call'
import { useCommand } from '../../../platform/query'

type Asked = NonNullable<Given<'joining.mine'>['asked']>

interface Props {
  asked: Asked
  onBound: () => Promise<unknown>
  onAgain: () => void
  onNumber: (phoneCode: string | undefined) => Promise<unknown>
  onCode: () => void
}

const deskWords = { branch: '支部书记', bureau: '老干部局' } as const

/** The officer said yes: one tap binds. */
const Added = ({ inviteCode, onBound }: { inviteCode: string; onBound: Props['onBound'] }) => {
  const bind = useCommand('me.bind')
  const press = async () => {
    const answer = await bind.run({ inviteCode })
    if (answer?.ok) await onBound()
  }
  return (
    <Screen
      main={
        <>
          {bind.refusal && <Failure refusal={bind.refusal} />}
          <BigButton icon="check" busy={bind.busy} onPress={press}>
            绑定
          </BigButton>
        </>
      }
    >
      <Notice big tone="good" title="书记把您加进名册了">
        <View>按一下“绑定”，以后打开就能用。</View>
      </Notice>
    </Screen>
  )
}

/** What became of 请书记加我, until the person is bound. */
export const Answered = ({ asked, onBound, onAgain, onNumber, onCode }: Props) => {
  const { state, to, name, at, inviteCode } = asked
  if (inviteCode !== undefined) return <Added inviteCode={inviteCode} onBound={onBound} />
  const number = <PhoneNumberButton big={state !== 'declined'} words="再用手机号试试" busy={false} onCode={onNumber} />
  return (
    <Screen main={state === 'declined' ? <BigButton onPress={onAgain}>改一改，再请书记加我</BigButton> : number}>
      {state === 'declined' ? (
        <Notice tone="warn" title={`${deskWords[to]}说，名册里没有您`}>
          <View>可能支部写得不对。请把支部的名字写全，再发一次。</View>
        </Notice>
      ) : (
        <Notice tone="info" title={`已经告诉${deskWords[to]}了`}>
          <View>
            {name}同志，{moment(at)}发出去的。
          </View>
          <View>{to === 'branch' ? '书记会给您打电话，或者把您加进来。' : '他们会转给您的支部书记。'}加好了，再打开就能绑定。</View>
        </Notice>
      )}
      {state === 'declined' && number}
      <Button onPress={onCode}>我有邀请码</Button>
      <CallButton name="120" phone="120" words="有急病，打 120" />
      {state === 'open' && (
        <Button kind="quiet" onPress={onAgain}>
          写错了，改一改
        </Button>
      )}
    </Screen>
  )
}
