import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Section } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { type AnyRefusal, refused } from '../../../platform/call'
import { type Stage, stageOf } from '../ballots/kept'
import { type Box, fillIn, takeTicket } from '../ballots/take'
import { Around, Head } from './Around'
import { Poster } from './Poster'
import { useChoice } from './useChoice'
import { promiseOf, type Vote } from './words'

const boxOf = ({ voteId, publicKey = '', candidates, seats, closesAt }: Vote): Box => ({
  ...{ surveyId: voteId, publicKey, closesAt, tellers: [] },
  questions: [{ kind: 'choice', options: candidates.length, most: seats }],
})

const ends: Readonly<Record<Exclude<Stage, 'none' | 'asking' | 'ticket'>, { tone: 'good' | 'warn'; title: string; words: string }>> = {
  waiting: { tone: 'good', title: '选好了', words: '您的票过一会儿自己投进票箱，不用您管。晚一点投，是为了从时间上也看不出是谁。' },
  dropped: { tone: 'good', title: '已经投进票箱', words: '谢谢您。您手机上没有留下选了谁。' },
  late: { tone: 'warn', title: '截止了，这张票没有赶上', words: '截止以前手机没有连上网。' },
  void: { tone: 'warn', title: '这张票没有投进去', words: '请告诉支部书记：票对不上。您选了谁没有留下。' },
}
const faults = {
  NO_CHANCE: '这部手机的微信太旧，做不了票。请把微信升级一下，再打开这里。',
  NO_ROOM: '手机满了，存不下票。请清理一下手机，再按一次。',
  WRONG_KEY: '领到的票对不上，没有用。请打电话告诉支部书记，您什么也没有投。',
} as const
type Fault = keyof typeof faults
const isFault = (code: string): code is Fault => Object.hasOwn(faults, code)

/** A secret vote: tap the posters, look once more, and the phone takes a ticket and drops the ballot. */
export const SecretBallot = ({ vote, onChanged }: { vote: Vote; onChanged: () => Promise<void> }) => {
  const { chosen, full, press } = useChoice(vote, [])
  const [sure, setSure] = useState(false)
  const [fault, setFault] = useState<Fault | undefined>()
  const [refusal, setRefusal] = useState<AnyRefusal | undefined>()
  const [, redraw] = useState(0)
  const stage = stageOf(vote.voteId)
  const end = stage === 'none' || stage === 'asking' || stage === 'ticket' ? undefined : ends[stage]
  const lost = vote.mine.voted && stage === 'none'
  const send = async () => {
    setRefusal(undefined)
    const ticket = await takeTicket(boxOf(vote))
    if (typeof ticket === 'string') {
      if (isFault(ticket)) setFault(ticket)
      else setRefusal(refused(ticket === 'TICKET_TAKEN' || ticket === 'SURVEY_ENDED' || ticket === 'NOT_INVITED' ? ticket : 'OFFLINE'))
      return
    }
    if (!(await fillIn(boxOf(vote), ticket, [[...chosen]]))) setFault('NO_ROOM')
    redraw(count => count + 1)
  }
  const names = [...chosen].sort((one, other) => one - other).flatMap(index => vote.candidates[index]?.name ?? [])
  const choosing = !end && !lost
  return (
    <Screen
      main={
        choosing && (
          <>
            {fault && <Notice tone="warn" title={faults[fault]} />}
            {refusal && <Failure refusal={refusal} />}
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
      {end && (
        <Notice big tone={end.tone} title={end.title}>
          <View>{end.words}</View>
        </Notice>
      )}
      {lost && (
        <Notice tone="info" title="您领过票了">
          <View>票在领票的那部手机里。换了手机、重装了微信，票就找不回来：给您第二张，就不是一人一票了。</View>
        </Notice>
      )}
      <View className="soft">{promiseOf(true)}</View>
      {choosing && sure && (
        <Notice tone="warn" title={`您选了：${names.join('、')}`}>
          <View>投进去就不能改了，谁也找不出哪一张是您的。</View>
          <Button icon="edit" onPress={() => setSure(false)}>
            再改一改
          </Button>
        </Notice>
      )}
      {full && !sure && <Notice tone="warn" title={`最多选 ${String(vote.seats)} 个，要换请先点一下选过的`} />}
      {!(choosing && sure) && (
        <Section title={choosing ? `请选，最多 ${String(vote.seats)} 个` : '候选名单'}>
          <View className="stack">
            {vote.candidates.map((one, index) => (
              <Poster
                key={one.candidateId}
                index={index}
                name={one.name}
                words={one.words}
                photoFileIds={one.photoFileIds}
                {...(choosing && one.state === 'listed' ? { choice: { chosen: chosen.includes(index), onPress: () => press(index) } } : {})}
              />
            ))}
          </View>
        </Section>
      )}
      <Around vote={vote} onChanged={onChanged} />
    </Screen>
  )
}
