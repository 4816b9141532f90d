import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf, instantOf } from '../../../../core/shared/calendar'
import { routes } from '../../../../core/shared/routes'
import { gradeWords, MOST_QUESTIONS, MOST_TELLERS, questionKinds } from '../../../../core/voice/surveys/questions'
import { BigButton, Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Choice } from '../../../components/Choice'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field, FieldFrame } from '../../../components/Field'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { now } from '../../../platform/clock'
import { useDraft } from '../../../platform/draft'
import { goInstead } from '../../../platform/go'
import { useCommand } from '../../../platform/query'
import { fields, list, oneOf, text } from '../../../platform/shape'
import { PickMember } from '../../people/public'
import { sayWhoKnows } from '../ballots/words'

type Kind = (typeof questionKinds)[number]
interface Question {
  text: string
  kind: Kind
  /** One a line. */
  options: string
  most: string
}
interface Draft {
  title: string
  questions: Question[]
  closesOn: string
  tellers: { memberId: string; name: string }[]
}
const isDraft = fields<Draft>({
  ...{ title: text, closesOn: text },
  questions: list(fields<Question>({ text, kind: oneOf(questionKinds), options: text, most: text })),
  tellers: list(fields<Draft['tellers'][number]>({ memberId: text, name: text })),
})
const another: Question = { text: '', kind: 'grade', options: '', most: '1' }
const blank: Draft = { title: '', questions: [another], closesOn: '', tellers: [] }

const kinds = [
  { value: 'grade', words: '打分', hint: gradeWords.join('、') },
  { value: 'choice', words: '选一选', hint: '您来写选项' },
  { value: 'text', words: '写几句', hint: '意见和建议，原样给大家看' },
] as const
const linesOf = (typed: string): string[] => typed.split('\n').map(one => one.trim()).filter(one => one !== '') // prettier-ignore

interface OneProps {
  question: Question
  nth: number
  only: boolean
  tried: boolean
  onChange: (part: Partial<Question>) => void
  onRemove: () => void
}

const OneQuestion = ({ question, nth, only, tried, onChange, onRemove }: OneProps) => (
  <Card title={`第${String(nth + 1)}题`}>
    <Field
      label="题目"
      value={question.text}
      onChange={said => onChange({ text: said })}
      max={120}
      error={tried && question.text.trim() === '' ? '请写题目' : undefined}
      placeholder="例如：您对支部今年的工作满意吗？"
    />
    <Choice label="怎么答" options={kinds} value={question.kind} onChange={kind => onChange({ kind })} />
    {question.kind === 'choice' && (
      <Field
        label="选项，一行写一个"
        value={question.options}
        onChange={options => onChange({ options })}
        max={800}
        tall
        error={tried && linesOf(question.options).length < 2 ? '请至少写两个选项，一行一个' : undefined}
        placeholder="例如：读书&#10;参观&#10;文艺"
      />
    )}
    {question.kind === 'choice' && (
      <Field label="最多能选几个" value={question.most} onChange={most => onChange({ most })} max={2} keyboard="number" typedOnly />
    )}
    {!only && (
      <Button icon="close" kind="quiet" onPress={onRemove}>
        去掉这一题
      </Button>
    )}
  </Card>
)

const questionOf = ({ text: said, kind, options, most }: Question) => ({
  ...{ text: said, kind },
  ...(kind === 'choice' ? { options: linesOf(options), most: Math.max(1, Math.min(linesOf(options).length, Number(most) || 1)) } : {}),
})

/** 发一个测评: its questions, its day, its tellers; all of it once more before it goes out. */
export const SurveyForm = ({ orgId, isBranch }: { orgId: string; isBranch: boolean }) => {
  const { draft, change, done } = useDraft<Draft>(`survey/${orgId}`, isDraft, blank)
  const [step, setStep] = useState<'write' | 'teller' | 'look'>('write')
  const [tried, setTried] = useState(false)
  const publish = useCommand('survey.publish')
  const today = dateOf(now())
  const { questions, tellers } = draft
  const faulty =
    draft.title.trim() === '' ||
    draft.closesOn <= today ||
    questions.some(one => one.text.trim() === '' || (one.kind === 'choice' && linesOf(one.options).length < 2))
  const put = (nth: number, part: Partial<Question>) =>
    change({ questions: questions.map((one, at) => (at === nth ? { ...one, ...part } : one)) })

  if (step === 'teller')
    return (
      <PickMember
        branchId={orgId}
        title="请谁监票？"
        busy={false}
        onPick={({ memberId, name }) => {
          if (!tellers.some(one => one.memberId === memberId)) change({ tellers: [...tellers, { memberId, name }] })
          setStep('write')
        }}
        onBack={() => setStep('write')}
      />
    )
  if (step === 'look') {
    const send = async () => {
      const answer = await publish.run({
        ...{ orgId, title: draft.title, questions: questions.map(questionOf), closesAt: instantOf(draft.closesOn, '20:00') },
        ...(tellers.length > 0 ? { tellerIds: tellers.map(one => one.memberId) } : {}),
      })
      if (!answer?.ok) return
      done(blank)
      goInstead(routes.survey({ id: answer.data.surveyId }))
    }
    return (
      <Screen
        main={
          <>
            {publish.refusal && <Failure refusal={publish.refusal} />}
            <BigButton icon="done" busyWords="正在发…" onPress={send}>
              {tellers.length > 0 ? '发给监票人' : '发给大家'}
            </BigButton>
          </>
        }
      >
        <Title>{draft.title}</Title>
        <View className="soft">{`${draft.closesOn} 晚上8点截止`}</View>
        {questions.map((one, nth) => (
          <Card key={nth}>
            <View className="strong">{`${String(nth + 1)}. ${one.text}`}</View>
            <View className="soft">
              {one.kind === 'grade' ? gradeWords.join('、') : one.kind === 'text' ? '写几句' : linesOf(one.options).join('、')}
            </View>
          </Card>
        ))}
        <Card title="大家会看到这两句话">
          {sayWhoKnows(tellers).map(one => (
            <View key={one} className="prose">
              {one}
            </View>
          ))}
        </Card>
        {tellers.length > 0 && <View className="soft">监票人在自己手机上做好钥匙，测评就自动发给大家。</View>}
        <Button icon="back" kind="quiet" onPress={() => setStep('write')}>
          回去改一改
        </Button>
      </Screen>
    )
  }
  return (
    <Screen
      main={
        <BigButton
          icon="next"
          onPress={() => {
            setTried(true)
            if (!faulty) setStep('look')
          }}
        >
          看一遍再发
        </BigButton>
      }
    >
      <Title>发一个不记名测评</Title>
      <Field
        label="测评的名字"
        value={draft.title}
        onChange={title => change({ title })}
        max={60}
        error={tried && draft.title.trim() === '' ? '请写个名字' : undefined}
        placeholder="例如：支部工作满意度"
      />
      {questions.map((one, nth) => (
        <OneQuestion
          key={nth}
          question={one}
          nth={nth}
          only={questions.length === 1}
          tried={tried}
          onChange={part => put(nth, part)}
          onRemove={() => change({ questions: questions.filter((_, at) => at !== nth) })}
        />
      ))}
      {questions.length < MOST_QUESTIONS && (
        <Button icon="add" onPress={() => change({ questions: [...questions, another] })}>
          再加一题
        </Button>
      )}
      <DateField
        label="哪天晚上8点截止"
        value={draft.closesOn}
        onChange={closesOn => change({ closesOn })}
        from={today}
        error={tried && draft.closesOn <= today ? '请选明天以后的日子' : undefined}
      />
      {isBranch && (
        <FieldFrame label="监票人" hint="请一到三位大家信得过的同志。钥匙在他们手机上，没有他们谁也打不开票箱。">
          {tellers.map(one => (
            <PersonRow
              key={one.memberId}
              name={one.name}
              action={
                <Button kind="quiet" about={one.name} onPress={() => change({ tellers: tellers.filter(each => each !== one) })}>
                  不请了
                </Button>
              }
            />
          ))}
          {tellers.length < MOST_TELLERS && (
            <Button icon="person-add" onPress={() => setStep('teller')}>
              请一位监票人
            </Button>
          )}
        </FieldFrame>
      )}
    </Screen>
  )
}
