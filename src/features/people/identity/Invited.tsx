import { Title } from '../../../components/Card'
import { BigButton, Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Screen } from '../../../components/Screen'
import { useCommand } from '../../../platform/query'
import type { MetActing } from './Known'
import { PrivacyText, useAgree } from './Privacy'
import type { PrivacyRole } from './privacyText'

interface Props {
  acting: MetActing
  invite: string
  as: PrivacyRole
  onBound: () => Promise<unknown>
  /** Another way, where the invitation holds no more. */
  onOther: () => void
}

const titles: Partial<Record<PrivacyRole, string>> = { family: '老同志请您帮忙代办', officer: '请您来负责支部的工作' }

/** An opened invitation: what it means, and one tap. Who has not agreed to the privacy notice reads it here and agrees by the same tap. */
export const Invited = ({ acting, invite, as, onBound, onOther }: Props) => {
  const agree = useAgree()
  const bind = useCommand('me.bind')
  const agreed = acting.me.privacyAgreed
  const press = async () => {
    if (!agreed && !(await agree.press())) return
    const answer = await bind.run({ inviteCode: invite })
    if (answer?.ok) await onBound()
    else if (!agreed) await acting.reload()
  }
  const refusal = bind.refusal ?? agree.refusal
  return (
    <Screen
      main={
        <>
          {refusal && <Failure refusal={refusal} />}
          <BigButton icon="check" busy={bind.busy} onPress={press}>
            {agreed ? '是我，绑定' : '我同意，绑定'}
          </BigButton>
        </>
      }
    >
      <Title>{titles[as] ?? '支部请您绑定微信'}</Title>
      <PrivacyText role={as} />
      {bind.refusal && (
        <Button kind="quiet" onPress={onOther}>
          用别的办法绑定
        </Button>
      )}
    </Screen>
  )
}
