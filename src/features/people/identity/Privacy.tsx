import { View } from '@tarojs/components'
import { PRIVACY_VERSION } from '../../../../core/people/identity/rules'
import { BigButton } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { EmergencyLine } from '../../../components/EmergencyLine'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { goBack } from '../../../platform/go'
import { agreeToPrivacy } from '../../../platform/privacy'
import { useCommand } from '../../../platform/query'
import { type Acting, useActing } from './session'
import { privacyText } from './privacyText'

const Text = () => (
  <>
    {privacyText.map(({ title, text }) => (
      <Card key={title} title={title}>
        <View>{text}</View>
      </Card>
    ))}
  </>
)

/** Asked once, before anything else: the notice and one button. A reader who does not agree simply leaves. */
export const AskPrivacy = ({ acting }: { acting: Acting }) => {
  const agree = useCommand('me.agree')
  const press = async () => {
    if (!(await agreeToPrivacy())) return
    const answer = await agree.run({ version: PRIVACY_VERSION })
    if (answer?.ok) await acting.reload()
  }
  return (
    <Screen
      main={
        <>
          {agree.refusal && <Failure refusal={agree.refusal} />}
          <BigButton onPress={press}>我同意，开始使用</BigButton>
        </>
      }
    >
      <EmergencyLine />
      <Notice tone="info" title="使用之前，请您看一看怎样保护您的资料" />
      <Text />
    </Screen>
  )
}

/** The notice, to be read again at any time. */
export const PrivacyScreen = () => {
  const acting = useActing()
  if (acting.me && !acting.me.privacyAgreed) return <AskPrivacy acting={acting} />
  return (
    <Screen main={<BigButton onPress={goBack}>看完了，返回</BigButton>}>
      <Text />
    </Screen>
  )
}
