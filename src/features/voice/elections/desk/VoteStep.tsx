import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../../components/Button'
import { Card } from '../../../../components/Card'
import { Failure } from '../../../../components/Failure'
import { Loaded } from '../../../../components/Loaded'
import { Notice } from '../../../../components/Notice'
import { PickOne } from '../../../../components/PickOne'
import { Unfold } from '../../../../components/Unfold'
import { useCommand, useQuery } from '../../../../platform/query'
import { type PartProps } from '../words'
import { FEWEST } from '../../../../../core/voice/ballots/answers'

/** Papers for everyone who votes on no phone, and who writes for a person who cannot. */
export const VoteStep = ({ election, onChanged }: PartProps) => {
  const { electionId, candidates } = election
  const give = useCommand('election.give')
  const scribe = useCommand('election.scribe')
  const roll = useQuery('election.roll', { electionId })
  const [who, setWho] = useState<string | undefined>()
  const [by, setBy] = useState<string | undefined>()
  const hand = async () => {
    const answer = await give.run({ electionId })
    if (answer?.ok) {
      await roll.reload()
      const { given, handsets } = answer.data
      await onChanged(
        handsets.length > 0 ? `发纸票 ${String(given)} 张；${String(handsets.length)} 位用手机投，不发纸票` : `发纸票 ${String(given)} 张`,
      )
    }
  }
  const note = async (close: () => void) => {
    if (who === undefined || by === undefined) return
    const answer = await scribe.run({ electionId, forId: who, byId: by })
    if (!answer?.ok) return
    close()
    await onChanged('代写记好了')
  }
  const out = candidates.map(one => one.memberId)
  const option = (one: { memberId: string; name: string }) => ({ value: one.memberId, words: one.name })
  return (
    <Card title="发纸票，大家投票">
      <Loaded query={roll} cards={1}>
        {({ people }) => {
          const phones = people.filter(one => one.way === 'phone').length
          const papers = people.filter(one => one.way === 'paper').length
          return (
            <>
              <View>{`到会 ${String(people.length)} 人：手机领票 ${String(phones)} 人，纸票 ${String(papers)} 人，还没有领 ${String(people.length - phones - papers)} 人`}</View>
              {phones > 0 && phones < FEWEST && (
                <Notice tone="warn" title={`用手机投的只有 ${String(phones)} 位`}>
                  {`人太少，数票的人可能推算出他们怎么投。最好有${String(FEWEST)}位以上用手机，或者都用纸票。`}
                </Notice>
              )}
              {give.refusal && <Failure refusal={give.refusal} onSeen={give.forget} />}
              <Button icon="file" onPress={hand}>
                其余的人都发纸票
              </Button>
              <Unfold words="有人不能写，请别人代写" icon="edit">
                {close => (
                  <View className="stack">
                    <PickOne label="谁不能写" options={people.map(option)} value={who} onChange={setWho} />
                    <PickOne
                      label="请谁代写"
                      hint="不能是候选人，要照本人的意思写"
                      options={people.filter(one => !out.includes(one.memberId) && one.memberId !== who).map(option)}
                      value={by}
                      onChange={setBy}
                    />
                    {scribe.refusal && <Failure refusal={scribe.refusal} onSeen={scribe.forget} />}
                    <Button icon="done" disabled={who === undefined || by === undefined} onPress={() => note(close)}>
                      记下来
                    </Button>
                  </View>
                )}
              </Unfold>
            </>
          )
        }}
      </Loaded>
      {election.scribes.map(one => (
        <View key={one.for.memberId} className="soft small">{`${one.by.name}代${one.for.name}写`}</View>
      ))}
    </Card>
  )
}
