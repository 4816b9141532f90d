import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Section } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { moment } from '../../../components/times'
import { useCommand } from '../../../platform/query'
import { askToTell } from '../../../platform/subscribe'
import { Around, Head } from './Around'
import { Poster } from './Poster'
import { useChoice } from './useChoice'
import { promiseOf, type Vote } from './words'

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
  const names = [...chosen].sort((one, other) => one - other).flatMap(index => vote.candidates[index]?.name ?? [])
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
      <View className="soft">{promiseOf(false)}</View>
      {full && <Notice tone="warn" title={`最多选 ${String(vote.seats)} 个，要换请先点一下选过的`} />}
      <Section title={changing ? `请选，最多 ${String(vote.seats)} 个` : '候选名单'}>
        <View className="stack">
          {vote.candidates.map((one, index) => (
            <Poster
              key={one.candidateId}
              index={index}
              name={one.name}
              words={one.words}
              photoFileIds={one.photoFileIds}
              {...(changing && one.state === 'listed' ? { choice: { chosen: chosen.includes(index), onPress: () => press(index) } } : {})}
            >
              {one.state === 'gone' && <View className="soft">已经退出，请改选别的</View>}
            </Poster>
          ))}
        </View>
      </Section>
      <Around vote={vote} onChanged={onChanged} />
    </Screen>
  )
}
