import { View } from '@tarojs/components'
import { useState } from 'react'
import { electionWords, nextStep, stepsOf, stepWords, type ElectionKind, type ElectionStep } from '../../../../core/people/committees/steps'
import { sayDate } from '../../../../core/people/roster/date-words'
import { dateOf } from '../../../../core/shared/calendar'
import { Button } from '../../../components/Button'
import { Card, Section } from '../../../components/Card'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Photos } from '../../../components/Photos'
import { ShortRow } from '../../../components/Rows'
import { now } from '../../../platform/clock'
import { useCommand } from '../../../platform/query'
import type { Data } from './words'

const states = {
  done: { icon: 'done', tone: 'good', words: '办好了' },
  next: { icon: 'arrow', tone: 'ink', words: '该办这一步' },
  later: { icon: 'radio', tone: 'soft', words: '还没办' },
} as const

type Under = NonNullable<Data['election']>
type Ticked = Under['done'][number]

interface StepProps {
  orgId: string
  step: ElectionStep
  ticked: Ticked | undefined
  onDone: (said: string) => Promise<void>
  onBack: () => void
}

/** One step: its day, its document or photos of it; or the tick taken back. */
const StepForm = ({ orgId, step, ticked, onDone, onBack }: StepProps) => {
  const tick = useCommand('committee.tick')
  const [on, setOn] = useState(ticked?.on ?? dateOf(now()))
  const [documentNo, setDocumentNo] = useState(ticked?.documentNo ?? '')
  const [photos, setPhotos] = useState<readonly string[]>(ticked?.photoFileIds ?? [])
  const { title, hint } = stepWords[step]
  const send = async (done: boolean) => {
    const answer = await tick.run({ orgId, step, done, on, documentNo, photoFileIds: [...photos] })
    if (answer?.ok) await onDone(done ? `“${title}”记好了` : `“${title}”改成没办`)
  }
  return (
    <Card title={title}>
      <View className="soft">{hint}</View>
      {tick.refusal && <Failure refusal={tick.refusal} onSeen={tick.forget} />}
      <DateField label="哪一天办的" value={on} onChange={setOn} />
      <Field label="文号" hint="没有可以不填" value={documentNo} onChange={setDocumentNo} max={60} />
      <Photos label="文件或者现场的照片" fileIds={photos} onChange={next => setPhotos(before => next(before))} />
      <Button icon="check" disabled={on === ''} onPress={() => send(true)}>
        记好，办完了
      </Button>
      {ticked && (
        <Button kind="quiet" onPress={() => send(false)}>
          记错了，还没办
        </Button>
      )}
      <Button kind="quiet" onPress={onBack}>
        返回
      </Button>
    </Card>
  )
}

const noteOf = ({ on, documentNo, photoFileIds = [] }: Ticked): string =>
  [sayDate(on), documentNo ?? '', photoFileIds.length > 0 ? `${String(photoFileIds.length)} 张照片` : '']
    .filter(one => one !== '')
    .join(' · ')

interface Props {
  orgId: string
  data: Data
  onDone: (said: string) => Promise<void>
}

const Steps = ({ orgId, election, may, onDone }: Pick<Props, 'orgId' | 'onDone'> & { election: Under; may: Data['may'] }) => {
  const [open, setOpen] = useState<ElectionStep | undefined>()
  const { kind, done } = election
  const next = nextStep(election)
  const steps = stepsOf(kind)
  const after = async (said: string) => {
    setOpen(undefined)
    await onDone(said)
  }
  return (
    <Section title={`${electionWords[kind]}：${String(done.length)} / ${String(steps.length)} 步`}>
      {open && (
        <StepForm
          key={open}
          orgId={orgId}
          step={open}
          ticked={done.find(one => one.step === open)}
          onDone={after}
          onBack={() => setOpen(undefined)}
        />
      )}
      {steps.map((step, at) => {
        const ticked = done.find(one => one.step === step)
        const state = ticked ? states.done : step === next ? states.next : states.later
        return (
          <ShortRow
            key={step}
            name={`${String(at + 1)}. ${stepWords[step].title}`}
            note={ticked ? noteOf(ticked) : stepWords[step].hint}
            state={state}
            {...(may.includes('tick') ? { onPress: () => setOpen(step) } : {})}
          />
        )
      })}
    </Section>
  )
}

/** 换届: the steps of an election as a list to go by; begun where none is under way. */
export const Election = ({ orgId, data: { election, may, vacancies }, onDone }: Props) => {
  const begin = useCommand('committee.begin')
  const start = async (kind: ElectionKind) => {
    const answer = await begin.run({ orgId, kind })
    if (answer?.ok) await onDone(`开始准备${electionWords[kind]}，照着一步一步办`)
  }
  const finished = election ? nextStep(election) === undefined : true
  return (
    <>
      {begin.refusal && <Failure refusal={begin.refusal} onSeen={begin.forget} />}
      {election && <Steps orgId={orgId} election={election} may={may} onDone={onDone} />}
      {may.includes('begin') && finished && (
        <Button icon="steps" onPress={() => start('term')}>
          准备换届选举
        </Button>
      )}
      {may.includes('begin') && vacancies.length > 0 && (
        <Button icon="steps" onPress={() => start('by-election')}>
          准备补选
        </Button>
      )}
    </>
  )
}
