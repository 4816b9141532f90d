import { View } from '@tarojs/components'
import { BigButton, Button } from '../../../components/Button'
import { CallButton } from '../../../components/CallButton'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import type { AnyRefusal } from '../../../platform/call'
import { whatHappened } from '../../../words/words'

interface Props {
  /** Why the number did not tell who it is; absent where the person said it is none of those who were asked about. */
  refusal: AnyRefusal | undefined
  office: { name: string; phone: string } | undefined
  onAsk: () => void
  onCode: () => void
  onBack: () => void
}

/** The number leads to no one on a roster: it leads to a person, then. An officer is invited from above (docs/decisions/0013-identity.md). */
export const NotFound = ({ refusal, office, onAsk, onCode, onBack }: Props) => {
  const officer = refusal?.code === 'OFFICE_NEEDS_INVITE'
  const title = refusal ? whatHappened(refusal.code) : '这个手机号登记的不是您'
  return (
    <Screen
      main={
        officer ? (
          <BigButton onPress={onCode}>我有邀请码</BigButton>
        ) : (
          <BigButton icon="person-add" onPress={onAsk}>
            请书记加我
          </BigButton>
        )
      }
    >
      <Notice tone="warn" title={title}>
        <View>{officer ? '请上级党组织给您发一个邀请码。' : '不要紧。写上您的姓名和支部，书记会来找您。'}</View>
      </Notice>
      {office && <CallButton name={office.name} phone={office.phone} words={`给${office.name}打电话`} />}
      {officer ? <Button onPress={onAsk}>没有邀请码，请上级来找我</Button> : <Button onPress={onCode}>我有邀请码</Button>}
      <CallButton name="120" phone="120" words="有急病，打 120" />
      <Button kind="quiet" onPress={onBack}>
        换一个手机号再试
      </Button>
    </Screen>
  )
}
