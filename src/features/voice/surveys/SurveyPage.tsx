import { View } from '@tarojs/components'
import { useState } from 'react'
import type { BallotAnswer } from '../../../../core/voice/ballots/answers'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Fact } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { moment } from '../../../components/times'
import { refused } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { ballotOf, type KeptBallot, stageOf } from '../ballots/kept'
import { fillIn, takeTicket } from '../ballots/take'
import { fingerprint } from '../ballots/tellerKey'
import { QuestionView } from './QuestionView'
import { boxOf, optionsOf, sayWhoKnows, type Survey } from './words'

const sayOne = (question: Survey['questions'][number], one: BallotAnswer[number] | undefined): string => {
  if (typeof one === 'string') return one.trim() === '' ? '没有写' : one
  const words = optionsOf(question)
  if (typeof one === 'number') return words[one - 1] ?? ''
  return one && one.length > 0 ? one.map(at => words[at] ?? '').join('、') : '没有选'
}
const blankOf = ({ questions }: Survey): BallotAnswer => questions.map(({ kind }) => (kind === 'text' ? '' : kind === 'grade' ? null : []))

/** Who can know what, and the number by which all phones have the same keys. */
const WhoKnows = ({ survey }: { survey: Survey }) => {
  const [first, second] = sayWhoKnows(survey.tellers)
  return (
    <Card>
      <View className="prose">{first}</View>
      <View className="prose">{second}</View>
      <Fact icon="law" label="核对码，大家手机上的都一样">
        {fingerprint(survey)}
      </Fact>
    </Card>
  )
}

/** Question by question, then all of it once more before it is dropped. */
const Filling = ({ survey, ballot, onFilled }: { survey: Survey; ballot: KeptBallot; onFilled: () => void }) => {
  const [answer, setAnswer] = useState(() => blankOf(survey))
  const [at, setAt] = useState(0)
  const [tooLong, setTooLong] = useState(false)
  const { questions } = survey
  const question = questions[at]
  const put = async () => {
    const filled = await fillIn(boxOf(survey), ballot, answer)
    if (filled) onFilled()
    setTooLong(!filled)
  }
  if (question)
    return (
      <Screen
        main={
          <BigButton icon="next" onPress={() => setAt(at + 1)}>
            {at + 1 < questions.length ? '下一题' : '看一遍'}
          </BigButton>
        }
      >
        <View className="soft">{`${survey.title} · 第${String(at + 1)}题，共${String(questions.length)}题`}</View>
        <QuestionView
          key={at}
          question={question}
          label={question.text}
          value={answer[at] ?? null}
          onChange={value => setAnswer(answer.map((one, nth) => (nth === at ? value : one)))}
        />
        {at > 0 && (
          <Button icon="back" kind="quiet" onPress={() => setAt(at - 1)}>
            上一题
          </Button>
        )}
      </Screen>
    )
  return (
    <Screen
      main={
        <BigButton icon="done" busyWords="正在锁好…" onPress={put}>
          投进票箱
        </BigButton>
      }
    >
      <Title>您填的是这样</Title>
      {tooLong && (
        <Notice tone="warn" title="没有放进去">
          <View>写的话太长了，请短一些；手机满了也会这样。填的都还在。</View>
        </Notice>
      )}
      {questions.map((one, nth) => (
        <Card key={nth}>
          <View className="soft">{one.text}</View>
          <View className="strong prose">{sayOne(one, answer[nth])}</View>
          <Button icon="edit" kind="quiet" about={one.text} onPress={() => setAt(nth)}>
            改这一题
          </Button>
        </Card>
      ))}
      <View className="soft">投进去就不能改了，谁也找不出哪一张是您的。</View>
    </Screen>
  )
}

const ends: Readonly<Record<'waiting' | 'dropped' | 'late' | 'void', { tone: 'good' | 'warn'; title: string; words: string }>> = {
  waiting: { tone: 'good', title: '填好了', words: '您的票锁好了，过一会儿自己投进票箱，不用您管。晚一点投，是为了从时间上也看不出是谁。' },
  dropped: { tone: 'good', title: '已经投进票箱', words: '谢谢您。您手机上没有留下填的内容。' },
  late: { tone: 'warn', title: '截止了，这张票没有赶上', words: '截止以前手机没有连上网。' },
  void: { tone: 'warn', title: '这张票没有投进去', words: '请告诉支部书记：票对不上。您填的内容没有留下。' },
}

const faults = {
  NO_CHANCE: { what: '这部手机的微信太旧，做不了票', press: '请把微信升级一下，再打开这里。' },
  NO_ROOM: { what: '手机满了，存不下票', press: '请清理一下手机，再按一次。' },
  WRONG_KEY: { what: '领到的票对不上核对码，没有用', press: '请打电话告诉支部书记。您什么也没有填，什么也没有丢。' },
} as const
type Fault = keyof typeof faults
const isFault = (code: string): code is Fault => Object.hasOwn(faults, code)

/** What one who holds it can do. */
const Running = ({ survey, onClosed }: { survey: Survey; onClosed: () => Promise<void> }) => {
  const close = useCommand('survey.close')
  if (!survey.may.includes('close') || survey.state === 'closed' || survey.state === 'counted') return null
  const shut = async () => {
    const answer = await close.run({ surveyId: survey.surveyId })
    if (answer?.ok) await onClosed()
  }
  return (
    <Card title="办测评的人看">
      <View>{`领了票的有${String(survey.tickets)}人。截止以前，答了多少、怎么答，谁也看不到。`}</View>
      {close.refusal && <Failure refusal={close.refusal} />}
      <Confirm question="现在就截止吗？" explain="还没投的票就投不进来了。" yes="现在截止" no="不，等到时间" onYes={shut}>
        提前截止
      </Confirm>
    </Card>
  )
}

const Begin = ({ survey, onTicket, reload }: { survey: Survey; onTicket: () => void; reload: () => Promise<void> }) => {
  const [fault, setFault] = useState<Fault | undefined>()
  const [refusal, setRefusal] = useState<Parameters<typeof Failure>[0]['refusal'] | undefined>()
  const take = async () => {
    const ticket = await takeTicket(boxOf(survey))
    if (typeof ticket !== 'string') onTicket()
    else if (isFault(ticket)) setFault(ticket)
    else
      setRefusal(ticket === 'TICKET_TAKEN' || ticket === 'SURVEY_ENDED' || ticket === 'NOT_INVITED' ? refused(ticket) : refused('OFFLINE'))
  }
  const canTake = survey.state === 'open' && survey.invited
  return (
    <Screen
      {...(canTake
        ? {
            main: (
              <BigButton icon="edit" busyWords="正在领票…" onPress={take}>
                领票，开始填
              </BigButton>
            ),
          }
        : {})}
    >
      <View>
        <Title>{survey.title}</Title>
        <View className="soft">{`${survey.orgName} · ${moment(survey.closesAt)}截止 · ${String(survey.questions.length)}道题`}</View>
      </View>
      {survey.ticketTaken && canTake && (
        <Notice tone="info" title="您领过票了">
          <View>票在领票的那部手机里。如果换了手机、重装了微信，票就找不回来，这一次不能填了：给您第二张，就不是一人一票了。</View>
        </Notice>
      )}
      {survey.state === 'waiting' && <Notice tone="info" title="监票人还在准备钥匙，好了会告诉大家" />}
      {survey.state === 'closed' && <Notice tone="info" title="截止了，等监票人点票" />}
      {fault && (
        <Notice tone="warn" title={faults[fault].what}>
          <View>{faults[fault].press}</View>
        </Notice>
      )}
      {refusal && <Failure refusal={refusal} />}
      <WhoKnows survey={survey} />
      <View className="soft">题目可以空着不答。答的人满五位才出结果。</View>
      {survey.tellers.some(one => one.own) && (
        <Button icon="law" onPress={() => go(routes.surveyTeller({ id: survey.surveyId }))}>
          我是监票人
        </Button>
      )}
      {survey.state === 'counted' && (
        <Button icon="chart" onPress={() => go(routes.surveyResult({ id: survey.surveyId }))}>
          看结果
        </Button>
      )}
      <Running survey={survey} onClosed={reload} />
    </Screen>
  )
}

/** One anonymous survey: who can know what, the ticket, the questions one by one. */
export const SurveyPage = ({ surveyId }: { surveyId: string }) => {
  const query = useQuery('survey.get', { surveyId })
  const [, redraw] = useState(0)
  const seen = () => redraw(count => count + 1)
  const survey = query.data
  if (!survey)
    return (
      <Screen>
        <Loaded query={query} cards={3}>
          {() => null}
        </Loaded>
      </Screen>
    )
  const stage = stageOf(surveyId)
  const ballot = ballotOf(surveyId)
  if (stage === 'none' || stage === 'asking') return <Begin survey={survey} onTicket={seen} reload={query.reload} />
  if (stage === 'ticket' && ballot && survey.state === 'open') return <Filling survey={survey} ballot={ballot} onFilled={seen} />
  const end = ends[stage === 'ticket' ? 'late' : stage]
  return (
    <Screen>
      <Title>{survey.title}</Title>
      <Notice big tone={end.tone} title={end.title}>
        <View>{end.words}</View>
      </Notice>
      <WhoKnows survey={survey} />
      {survey.state === 'counted' && (
        <Button icon="chart" onPress={() => go(routes.surveyResult({ id: surveyId }))}>
          看结果
        </Button>
      )}
      <Running survey={survey} onClosed={query.reload} />
    </Screen>
  )
}
