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
import { go } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { BallotEnd, LostTicket } from '../ballots/BallotEnd'
import { fingerprint } from '../ballots/tellerKey'
import { useBallot } from '../ballots/useBallot'
import { FOR_GOOD, sayWhoKnows } from '../ballots/words'
import { QuestionView } from './QuestionView'
import { boxOf, optionsOf, type Survey } from './words'

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
const Filling = ({ survey, put, trouble }: Pick<ReturnType<typeof useBallot>, 'put' | 'trouble'> & { survey: Survey }) => {
  const [answer, setAnswer] = useState(() => blankOf(survey))
  const [at, setAt] = useState(0)
  const { questions } = survey
  const question = questions[at]
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
        <BigButton icon="done" busyWords="正在投…" onPress={() => put(answer)}>
          投进票箱
        </BigButton>
      }
    >
      <Title>您填的是这样</Title>
      {trouble}
      {questions.map((one, nth) => (
        <Card key={nth}>
          <View className="soft">{one.text}</View>
          <View className="strong prose">{sayOne(one, answer[nth])}</View>
          <Button icon="edit" kind="quiet" about={one.text} onPress={() => setAt(nth)}>
            改这一题
          </Button>
        </Card>
      ))}
      <View className="soft">{FOR_GOOD}</View>
    </Screen>
  )
}

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
      <View>{`领了票的有${String(survey.tickets)}人。截止以前，答了多少、怎么答，这里看不到。`}</View>
      {close.refusal && <Failure refusal={close.refusal} />}
      <Confirm question="现在就截止吗？" explain="还没投的票就投不进来了。" yes="现在截止" no="不，等到时间" onYes={shut}>
        提前截止
      </Confirm>
    </Card>
  )
}

const Begin = ({
  survey,
  take,
  trouble,
  reload,
}: Pick<ReturnType<typeof useBallot>, 'take' | 'trouble'> & { survey: Survey; reload: () => Promise<void> }) => {
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
      {survey.ticketTaken && canTake && <LostTicket />}
      {survey.state === 'waiting' && <Notice tone="info" title="监票人还在准备钥匙，好了会告诉大家" />}
      {survey.state === 'closed' && <Notice tone="info" title="截止了，等监票人点票" />}
      {trouble}
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

const Shown = ({ survey, reload }: { survey: Survey; reload: () => Promise<void> }) => {
  const { stage, take, put, trouble } = useBallot(boxOf(survey))
  if (stage === 'none' || stage === 'asking') return <Begin survey={survey} take={take} trouble={trouble} reload={reload} />
  if (stage === 'ticket' && survey.state === 'open') return <Filling survey={survey} put={put} trouble={trouble} />
  return (
    <Screen>
      <Title>{survey.title}</Title>
      <BallotEnd stage={stage === 'ticket' ? 'late' : stage} />
      <WhoKnows survey={survey} />
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
  if (query.data) return <Shown key={surveyId} survey={query.data} reload={query.reload} />
  return (
    <Screen>
      <Loaded query={query} cards={3}>
        {() => null}
      </Loaded>
    </Screen>
  )
}
