import { View } from '@tarojs/components'
import { BigButton, Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Screen } from '../../../components/Screen'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'
import { texts } from '../../../platform/shape'

const first = { code: '' }

/** Binds by the letters of an invitation that were read out or written down. */
export const BindByCode = ({ onBound, onBack }: { onBound: () => Promise<unknown>; onBack?: () => void }) => {
  const { draft, change, done } = useDraft('bind-code', texts(first), first)
  const bind = useCommand('me.bind')
  const press = async () => {
    const answer = await bind.run({ inviteCode: draft.code.trim() })
    if (!answer?.ok) return
    done()
    await onBound()
  }
  return (
    <Screen
      main={
        <>
          {bind.refusal && <Failure refusal={bind.refusal} />}
          <BigButton busy={bind.busy} disabled={draft.code.trim() === ''} onPress={press}>
            用邀请码绑定
          </BigButton>
        </>
      }
    >
      <View>邀请码由支部书记给您；家人的邀请码由老同志本人给您。</View>
      <Field
        label="邀请码"
        hint="九个字。大写小写、空格都不要紧。"
        value={draft.code}
        onChange={code => change({ code })}
        max={32}
        typedOnly
        placeholder="例如：4K7 M9Q XT3"
      />
      {onBack && (
        <Button kind="quiet" onPress={onBack}>
          没有邀请码，用手机号
        </Button>
      )}
    </Screen>
  )
}
