import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../../../components/Button'
import { Card, Title } from '../../../../components/Card'
import { Failure } from '../../../../components/Failure'
import { FaultLine } from '../../../../components/FaultLine'
import { Field } from '../../../../components/Field'
import { Loaded } from '../../../../components/Loaded'
import { Notice } from '../../../../components/Notice'
import { PickOne } from '../../../../components/PickOne'
import { Screen } from '../../../../components/Screen'
import { TimeSpan } from '../../../../components/TimeSpan'
import type { Given } from '../../../../platform/call'
import { useDraft } from '../../../../platform/draft'
import { useCommand, useQuery } from '../../../../platform/query'
import { clockRungs, type Faults, faultsOf, formOf, isSettings, radiusOptions, settingsOf, type SettingsDraft, urgencyWords, usual, withMinutes } from './settings' // prettier-ignore

interface ClocksProps {
  form: SettingsDraft
  onChange: (part: Partial<SettingsDraft>) => void
  faults: Faults
}

/** How long each rung has before the next one is asked. */
const Clocks = ({ form, onChange, faults }: ClocksProps) => (
  <>
    {urgencyWords.map(({ urgency, words, about }) => (
      <Card key={urgency} title={words} {...(faults[urgency] ? { edge: 'warn' as const } : {})}>
        <View className="soft">{about}</View>
        {clockRungs.map(({ rung, words: who }) => (
          <Field
            key={rung}
            label={`等${who}几分钟`}
            hint={`一般等 ${usual.clocks[urgency][rung]} 分钟`}
            value={form.clocks[urgency][rung]}
            onChange={minutes => onChange({ clocks: withMinutes(form, urgency, rung, minutes) })}
            keyboard="number"
            max={4}
          />
        ))}
      </Card>
    ))}
  </>
)

interface Props {
  orgId: string
  name: string
}

const Form = ({ orgId, name, holds, reload }: Props & { holds: Given<'request.settings'>; reload: () => Promise<unknown> }) => {
  const stands = formOf(holds)
  const { draft, change, done } = useDraft(`request-settings/${orgId}`, isSettings, stands)
  const [faults, setFaults] = useState<Faults>({})
  const [saved, setSaved] = useState(false)
  const command = useCommand('request.configure')
  const same = JSON.stringify(draft) === JSON.stringify(stands)
  const edit = (part: Partial<SettingsDraft>) => {
    setSaved(false)
    change(part)
  }
  const save = async () => {
    const wrong = faultsOf(draft)
    setFaults(wrong)
    if (Object.keys(wrong).length > 0) return
    const answer = await command.run({ orgId, ...settingsOf(draft) })
    if (!answer?.ok) return
    done(draft)
    setSaved(true)
    await reload()
  }
  return (
    <Screen
      main={
        <>
          <FaultLine faults={faults} />
          {command.refusal && <Failure refusal={command.refusal} />}
          <BigButton disabled={same} busyWords="正在保存…" onPress={save}>
            {same ? '没有改动' : '就按这样办'}
          </BigButton>
        </>
      }
    >
      <Title>{name}</Title>
      {saved && (
        <Notice tone="good" title="定好了" onSeen={() => setSaved(false)}>
          <View>从现在起新的求助按这个时间找人；已经在找的，下一层开始也按这个。</View>
        </Notice>
      )}
      <Notice tone="info" title={holds.from ? `现在按${holds.from.name}定的` : '现在按一般的，这里还没有改过'}>
        <View>一层没有人接，就找下一层，最后由街道接手。水坏不过夜、电坏不过天，说好的时间不在这里改。</View>
      </Notice>
      <Clocks form={draft} onChange={edit} faults={faults} />
      <Card title="附近的志愿者">
        <Field
          label="一次问几位"
          hint={`一般是 ${usual.volunteers} 位`}
          value={draft.volunteers}
          onChange={volunteers => edit({ volunteers })}
          keyboard="number"
          max={2}
          error={faults.volunteers}
        />
        <PickOne
          label="多远算附近"
          options={radiusOptions(draft.radius)}
          value={String(draft.radius)}
          onChange={radius => edit({ radius: Number(radius) })}
        />
      </Card>
      <Card title="休息时间">
        <View className="soft">
          平常的事这段时间不打扰人。一般是 {usual.from} 到 {usual.to}。
        </View>
        <TimeSpan from={draft.from} to={draft.to} onChange={edit} />
      </Card>
      {JSON.stringify(draft) !== JSON.stringify(usual) && (
        <Button icon="repeat" onPress={() => edit(usual)}>
          都改回一般的
        </Button>
      )}
      {!same && (
        <Button kind="quiet" onPress={() => done(stands)}>
          不改了，照现在的
        </Button>
      )}
    </Screen>
  )
}

/** How long each rung of the ladder has in this street or bureau: what holds, what is usual, and a way back to it. */
export const SettingsForm = (props: Props) => {
  const query = useQuery('request.settings', { orgId: props.orgId })
  if (!query.data || query.keptAt !== undefined) {
    return (
      <Screen>
        <Loaded query={query}>{() => null}</Loaded>
      </Screen>
    )
  }
  return <Form {...props} holds={query.data} reload={query.reload} />
}
