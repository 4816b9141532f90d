import { View } from '@tarojs/components'
import { Title } from '../../../components/Card'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { go } from '../../../platform/go'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'
import { texts } from '../../../platform/shape'

const first = { setupCode: '', orgName: '', name: '' }

interface Props {
  /** Asks again who this is, once it is known. */
  onDone: () => Promise<unknown>
}

/** 首次设置: the environment is empty. The code of the technician makes the committee and its first officer; what was typed stays where it is refused. */
export const FirstSetup = ({ onDone }: Props) => {
  const { draft, change, done } = useDraft('first-setup', texts(first), first)
  const { setupCode, orgName, name } = draft
  const claim = useCommand('setup.claim')
  const ready = [setupCode, orgName, name].every(one => one.trim() !== '')
  const press = async () => {
    const answer = await claim.run({ setupCode, orgName, name })
    if (!answer?.ok) return
    done()
    await onDone()
    go(routes.start())
  }
  return (
    <Screen
      main={
        <>
          {claim.refusal && <Failure refusal={claim.refusal} />}
          <BigButton busy={claim.busy} disabled={!ready} onPress={press}>
            设置好，开始使用
          </BigButton>
        </>
      }
    >
      <Title>首次设置</Title>
      <Notice tone="info" title="这里还没有人">
        <View>由老干部局的一位同志来设置，只做一次。以后由您请街道和各支部的同志进来。</View>
      </Notice>
      <Field
        label="设置码"
        hint="技术人员的电脑上“Setup code”后面的十二位，大小写、横线都不要紧。"
        value={setupCode}
        onChange={text => change({ setupCode: text })}
        max={40}
        typedOnly
        placeholder="例如：4K7 M9Q XT3 HBW"
      />
      <Field
        label="党组织的名称"
        value={orgName}
        onChange={text => change({ orgName: text })}
        max={40}
        placeholder="例如：区委离退休干部工作委员会"
      />
      <Field label="您的姓名" value={name} onChange={text => change({ name: text })} max={20} />
      {claim.refusal?.code === 'SETUP_DONE' && (
        <Button icon="retry" onPress={onDone}>
          好，我用邀请码绑定
        </Button>
      )}
    </Screen>
  )
}
