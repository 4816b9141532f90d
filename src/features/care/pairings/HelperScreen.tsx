import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, IconButton } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Empty, Loaded } from '../../../components/Loaded'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import type { Given } from '../../../platform/call'
import { useCommand, useQuery } from '../../../platform/query'
import { toTop } from '../../../platform/screen'
import { HandOver } from './HandOver'
import { sayHandedOver, OutcomeNotice, type Outcome } from './OutcomeNotice'
import { kindWord, month } from './words'

type Paired = Given<'pairing.plan'>['items'][number]

interface EndProps {
  helperId: string
  elder: Paired
  onDone: () => unknown
  onBack: () => void
}

const End = ({ helperId, elder, onDone, onBack }: EndProps) => {
  const end = useCommand('pairing.end')
  const [reason, setReason] = useState('')
  const press = async () => {
    const answer = await end.run({ helperId, elderIds: [elder.memberId], reason })
    if (answer?.ok) await onDone()
  }
  return (
    <View className="stack">
      <Field label="为什么不再联系" value={reason} onChange={setReason} max={100} placeholder="搬到女儿家去了" />
      {end.refusal && <Failure refusal={end.refusal} onSeen={end.forget} />}
      <Button kind="danger" busy={end.busy} disabled={reason.trim() === ''} onPress={press}>
        {reason.trim() === '' ? '先写为什么' : '结束联系'}
      </Button>
      <Button kind="quiet" onPress={onBack}>
        还是留着
      </Button>
    </View>
  )
}

/** One elder in a line; that it ends is said below it. */
const Elder = ({ onDone, ...pair }: Omit<EndProps, 'onBack'>) => {
  const { name, kind, since } = pair.elder
  const [ending, setEnding] = useState(false)
  return (
    <>
      <PersonRow
        name={name}
        note={`${kindWord(kind)}，从${month(since)}起`}
        action={<IconButton icon="close" words="结束" label={`结束和${name}的联系`} onPress={() => setEnding(true)} />}
      />
      {ending && <End {...pair} onDone={onDone} onBack={() => setEnding(false)} />}
    </>
  )
}

/** One helper and their elders; end one pairing, or hand all over. */
export const HelperScreen = ({ helperId }: { helperId: string }) => {
  const query = useQuery('pairing.plan', { helperId })
  const [handing, setHanding] = useState(false)
  const [told, setTold] = useState<Outcome | undefined>()
  const done = async (said: Outcome) => {
    setTold(said)
    setHanding(false)
    toTop()
    await query.reload()
  }
  return (
    <Screen>
      <OutcomeNotice said={told} onSeen={() => setTold(undefined)} />
      <Loaded query={query}>
        {plan =>
          handing ? (
            <HandOver
              helperId={helperId}
              plan={plan}
              onDone={given => done(sayHandedOver(plan.name, given))}
              onBack={() => setHanding(false)}
            />
          ) : (
            <View className="stack">
              <Title>{plan.name}</Title>
              <View className="soft">联系 {plan.items.length} 位老同志</View>
              {plan.items.length === 0 && <Empty icon="people" title="现在没有联系老同志" hint="到“没人联系”里给老同志选联系人。" />}
              {plan.items.length > 0 && (
                <Button icon="people" onPress={() => setHanding(true)}>
                  要离开了，交接给别人
                </Button>
              )}
              {plan.items.map(one => (
                <Elder
                  key={one.memberId}
                  helperId={helperId}
                  elder={one}
                  onDone={() => done({ title: `${one.name}不再由${plan.name}联系`, mind: [] })}
                />
              ))}
            </View>
          )
        }
      </Loaded>
    </Screen>
  )
}
