import { View } from '@tarojs/components'
import { PRIVACY_VERSION } from '../../../../core/people/identity/rules'
import { BigButton } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { EmergencyLine } from './EmergencyLine'
import { Failure } from '../../../components/Failure'
import { Screen } from '../../../components/Screen'
import { goBack } from '../../../platform/go'
import { agreeToPrivacy } from '../../../platform/privacy'
import { useCommand } from '../../../platform/query'
import { spoken } from '../../../components/spoken'
import { type Acting, useActing } from './session'
import { alsoText, type PrivacyRole, privacyText } from './privacyText'
import './Privacy.css'

/** As what a person is here: by their offices, as a helper alone, as a volunteer on no roster; everyone else is a member or becomes one. */
const roleOf = ({ me }: Acting): PrivacyRole => {
  if (me && me.grants.length > 0) return 'officer'
  if (me?.member) return me.member.branchId === 'volunteers' ? 'volunteer' : 'member'
  return me && me.actingFor.length > 0 ? 'family' : 'member'
}

/** The notice of one role, on one screen. */
export const PrivacyText = ({ role }: { role: PrivacyRole }) => (
  <View className="privacy-parts">
    {privacyText[role].map(({ title, text }) => (
      <View key={title}>
        <View className="strong" {...spoken('heading', { level: 3 })}>
          {title}
        </View>
        <View>{text}</View>
      </View>
    ))}
  </View>
)

/** Says yes to the notice: WeChat's own sheet first, then the cloud keeps it; answers whether that was done. */
export const useAgree = () => {
  const agree = useCommand('me.agree')
  const press = async (): Promise<boolean> => {
    if (!(await agreeToPrivacy())) return false
    const answer = await agree.run({ version: PRIVACY_VERSION })
    return answer?.ok === true
  }
  return { press, refusal: agree.refusal }
}

interface Props {
  acting: Acting
  /** As what the reader comes, where the page knows. */
  role?: PrivacyRole | undefined
}

/** Asked once, before anything else: the notice and one button. A reader who does not agree simply leaves. */
export const AskPrivacy = ({ acting, role = roleOf(acting) }: Props) => {
  const { press, refusal } = useAgree()
  const agree = async () => {
    if (await press()) await acting.reload()
  }
  return (
    <Screen
      main={
        <>
          {refusal && <Failure refusal={refusal} />}
          <BigButton onPress={agree}>我同意，开始使用</BigButton>
        </>
      }
    >
      <EmergencyLine />
      <Title>这样保护您的资料</Title>
      <PrivacyText role={role} />
    </Screen>
  )
}

/** The notice, to be read again at any time. */
export const PrivacyScreen = () => {
  const acting = useActing()
  if (acting.me && !acting.me.privacyAgreed) return <AskPrivacy acting={acting} />
  return (
    <Screen main={<BigButton onPress={goBack}>看完了，返回</BigButton>}>
      <PrivacyText role={roleOf(acting)} />
      {alsoText.map(({ title, text }) => (
        <Card key={title} title={title}>
          <View>{text}</View>
        </Card>
      ))}
    </Screen>
  )
}
