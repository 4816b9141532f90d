import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { BallotEnd, isFilled, LostTicket } from '../ballots/BallotEnd'
import type { Box } from '../ballots/take'
import { useBallot } from '../ballots/useBallot'
import { FOR_GOOD, sayWhoKnows } from '../ballots/words'
import { Around, Head } from './Around'
import { Posters } from './Posters'
import { useChoice } from './useChoice'
import { namesOf, type Vote } from './words'

const boxOf = ({ voteId, publicKey = '', candidates, seats, closesAt }: Vote): Box => ({
  ...{ surveyId: voteId, publicKey, closesAt, tellers: [] },
  questions: [{ kind: 'choice', options: candidates.length, most: seats }],
})

/** A secret vote: tap the posters, look once more, and the phone takes a ticket and drops the ballot. */
export const SecretBallot = ({ vote, onChanged }: { vote: Vote; onChanged: () => Promise<void> }) => {
  const { chosen, full, press } = useChoice(vote, [])
  const [sure, setSure] = useState(false)
  const { stage, take, put, trouble } = useBallot(boxOf(vote))
  const send = async () => {
    if (await take()) await put([[...chosen]])
  }
  const lost = vote.mine.voted && stage === 'none'
  const choosing = !isFilled(stage) && !lost
  const asked = choosing && sure
  return (
    <Screen
      main={
        choosing && (
          <>
            {trouble}
            <BigButton
              icon={sure ? 'done' : 'next'}
              disabled={chosen.length === 0}
              busyWords="正在投票…"
              onPress={sure ? send : () => setSure(true)}
            >
              {chosen.length === 0 ? '请先选' : sure ? '投进票箱' : `选好了（${String(chosen.length)} 个），看一遍`}
            </BigButton>
          </>
        )
      }
    >
      <Head vote={vote} />
      {isFilled(stage) && <BallotEnd stage={stage} />}
      {lost && <LostTicket />}
      {sayWhoKnows([]).map(one => (
        <View key={one} className="soft">
          {one}
        </View>
      ))}
      {asked && (
        <Notice tone="warn" title={`您选了：${namesOf(vote, chosen).join('、')}`}>
          <View>{FOR_GOOD}</View>
          <Button icon="edit" onPress={() => setSure(false)}>
            再改一改
          </Button>
        </Notice>
      )}
      {full && !sure && <Notice tone="warn" title={`最多选 ${String(vote.seats)} 个，要换请先点一下选过的`} />}
      {!asked && <Posters vote={vote} choice={choosing ? { chosen, press } : undefined} />}
      <Around vote={vote} onChanged={onChanged} />
    </Screen>
  )
}
