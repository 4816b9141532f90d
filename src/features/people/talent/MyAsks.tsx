import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { CallButton } from '../../../components/CallButton'
import { Card, Section } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import { StateChip } from '../../../components/StateChip'
import { type AnyRefusal, call } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { askStates, type MyAsk } from './words'

const Phone = ({ askId, name }: { askId: string; name: string }) => {
  const [phones, setPhones] = useState<readonly string[] | undefined>()
  const [refusal, setRefusal] = useState<AnyRefusal | undefined>()
  const press = async () => {
    const answer = await call('talent.phone', { askId })
    setPhones(answer.ok ? answer.data.phones : undefined)
    setRefusal(answer.ok ? undefined : answer)
  }
  return (
    <>
      {refusal && <Failure refusal={refusal} onSeen={() => setRefusal(undefined)} />}
      {phones === undefined && (
        <Button icon="phone" about={name} onPress={press}>
          看电话
        </Button>
      )}
      {phones?.length === 0 && <Notice tone="warn" title={`没有登记${name}的电话`} />}
      {phones?.map(phone => (
        <CallButton key={phone} name={name} phone={phone} words={`打 ${phone}`} />
      ))}
    </>
  )
}

const One = ({ ask }: { ask: MyAsk }) => (
  <Card title={ask.name}>
    <View>{ask.what}</View>
    <StateChip {...askStates[ask.state]} />
    {ask.words !== '' && <View>{`“${ask.words}”`}</View>}
    {ask.state === 'agreed' && <Phone askId={ask.askId} name={ask.name} />}
  </Card>
)

/** What the officer asked of people, and what they said; the number of those who said yes. */
export const MyAsks = () => {
  const query = useQuery('talent.asks', {})
  const { items, more, refusal } = usePages(query, cursor => call('talent.asks', { cursor }))
  const [all, setAll] = useState(false)
  if (items.length === 0) return null
  return (
    <Section title="我请过的">
      {(all ? items : items.slice(0, 2)).map(one => (
        <One key={one.askId} ask={one} />
      ))}
      {refusal && <Failure refusal={refusal} />}
      {!all && items.length > 2 && <Button onPress={() => setAll(true)}>{`还有 ${String(items.length - 2)} 条`}</Button>}
      {all && more && <Button onPress={more}>再往前看</Button>}
    </Section>
  )
}
