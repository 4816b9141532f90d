import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Card, Section } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { StateChip } from '../../../components/StateChip'
import { call } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import { askStates, type AskedOfMe as Asked } from './words'

interface OneProps {
  asked: Asked
  forMemberId: { forMemberId?: string }
  onAnswered: () => Promise<unknown>
}

const One = ({ asked, forMemberId, onAnswered }: OneProps) => {
  const answer = useCommand('talent.answer')
  const say = async (said: 'agreed' | 'declined') => {
    const reply = await answer.run({ askId: asked.askId, answer: said, ...forMemberId })
    if (reply?.ok) await onAnswered()
  }
  const { state } = asked
  return (
    <Card title={asked.what}>
      <View className="soft">{`${asked.orgName} ${asked.by}`}</View>
      {state !== 'waiting' && <StateChip {...askStates[state]} />}
      {answer.refusal && <Failure refusal={answer.refusal} onSeen={answer.forget} />}
      {state === 'waiting' && (
        <>
          <View>您说行，对方才看得到您的电话。</View>
          <Button icon="check" about={asked.what} onPress={() => say('agreed')}>
            行，我来
          </Button>
        </>
      )}
      {(state === 'waiting' || state === 'agreed') && (
        <Button kind="quiet" about={asked.what} onPress={() => say('declined')}>
          {state === 'waiting' ? '这次不方便' : '又不方便了，不要再打给我'}
        </Button>
      )}
    </Card>
  )
}

/** What the reader was asked for: one tap says yes or no. */
export const AskedOfMe = ({ forMemberId }: { forMemberId: { forMemberId?: string } }) => {
  const query = useQuery('talent.asked', forMemberId)
  const { items, more, refusal } = usePages(query, cursor => call('talent.asked', { ...forMemberId, cursor }))
  if (items.length === 0) return null
  return (
    <Section title="请您帮忙的事">
      {items.map(one => (
        <One key={one.askId} asked={one} forMemberId={forMemberId} onAnswered={query.reload} />
      ))}
      {refusal && <Failure refusal={refusal} />}
      {more && <Button onPress={more}>再往前看</Button>}
    </Section>
  )
}
