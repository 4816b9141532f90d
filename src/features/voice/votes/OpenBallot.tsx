import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { moment } from '../../../components/times'
import { useCommand } from '../../../platform/query'
import { askToTell } from '../../../platform/subscribe'
import { Around, Head } from './Around'
import { Posters } from './Posters'
import { useChoice } from './useChoice'
import { namesOf, type Vote, WHO_KNOWS_OPEN } from './words'

/** An open vote: tap the posters, then the red button; the same again to change it. */
export const OpenBallot = ({ vote, onChanged }: { vote: Vote; onChanged: () => Promise<void> }) => {
  const before = vote.mine.choices
  const { chosen, full, press } = useChoice(vote, before ?? [])
  const [changing, setChanging] = useState(before === null)
  const cast = useCommand('vote.cast')
  const send = async () => {
    await askToTell(['vote'])
    const answer = await cast.run({ voteId: vote.voteId, choices: [...chosen] })
    if (!answer?.ok) return
    setChanging(false)
    await onChanged()
  }
  const names = namesOf(vote, chosen)
  return (
    <Screen
      main={
        changing && (
          <>
            {cast.refusal && <Failure refusal={cast.refusal} />}
            <BigButton icon="done" disabled={chosen.length === 0} busyWords="正在投票…" onPress={send}>
              {chosen.length === 0 ? '请先选' : before === null ? `投票（选了 ${String(chosen.length)} 个）` : '改好了，再投一次'}
            </BigButton>
          </>
        )
      }
    >
      <Head vote={vote} />
      {before !== null && !changing && (
        <Notice tone="good" title={`您投了：${names.join('、')}`}>
          <View>{`${moment(vote.closesAt)}以前可以改。`}</View>
          <Button icon="edit" onPress={() => setChanging(true)}>
            改一改
          </Button>
        </Notice>
      )}
      <View className="soft">{WHO_KNOWS_OPEN}</View>
      {full && <Notice tone="warn" title={`最多选 ${String(vote.seats)} 个，要换请先点一下选过的`} />}
      <Posters vote={vote} choice={changing ? { chosen, press } : undefined} />
      <Around vote={vote} onChanged={onChanged} />
    </Screen>
  )
}
