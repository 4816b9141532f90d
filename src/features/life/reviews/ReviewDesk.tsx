import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { isDone, nextStep, type ReviewStep, stepWords } from '../../../../core/life/reviews/steps'
import { BigButton, Button } from '../../../components/Button'
import { Section, Title } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { LinkRow } from '../../../components/Rows'
import { Panes, Screen } from '../../../components/Screen'
import { moment } from '../../../components/times'
import { useCommand, useQuery } from '../../../platform/query'
import { useWide } from '../../../platform/wide'
import type { StepProps } from './desk-props'
import { GradesStep } from './GradesStep'
import { RemediesStep } from './RemediesStep'
import { TalksStep } from './TalksStep'
import { TallyStep } from './TallyStep'
import { sayProgress, type Review } from './words'
import { WordsStep } from './WordsStep'

const screens: Readonly<Record<ReviewStep, (props: StepProps) => ReactNode>> = {
  talks: TalksStep,
  opinions: props => <WordsStep {...props} kind="opinion" />,
  self: props => <WordsStep {...props} kind="self" />,
  mutual: props => <WordsStep {...props} kind="mutual" />,
  tally: TallyStep,
  grades: GradesStep,
  remedies: RemediesStep,
}

/** Says that a step is done, at the meeting or on paper, or takes that back. */
const Tick = ({ review, step, onChanged }: StepProps & { step: ReviewStep }) => {
  const tick = useCommand('review.tick')
  const progress = review.steps.find(one => one.step === step)
  if (!progress || !review.keeps || review.closedAt !== undefined) return null
  const ticked = progress.on !== undefined
  if (!ticked && isDone(progress)) return null
  const press = async () => {
    const answer = await tick.run({ activityId: review.activityId, step, done: !ticked })
    if (answer?.ok) await onChanged()
  }
  return (
    <View className="stack">
      {tick.refusal && <Failure refusal={tick.refusal} onSeen={tick.forget} />}
      <Button icon={ticked ? 'back' : 'check'} onPress={press}>
        {ticked ? '这一步还要接着办' : '这一步办好了'}
      </Button>
    </View>
  )
}

const StepView = ({ review, step, onChanged }: StepProps & { step: ReviewStep }) => {
  const Shown = screens[step]
  return (
    <Section title={stepWords[step]}>
      <Shown review={review} onChanged={onChanged} />
      <Tick review={review} step={step} onChanged={onChanged} />
    </Section>
  )
}

const Close = ({ review, onChanged }: StepProps) => {
  const close = useCommand('review.close')
  const set = async (closed: boolean) => {
    const answer = await close.run({ activityId: review.activityId, closed })
    if (answer?.ok) await onChanged()
  }
  if (!review.keeps) return null
  return (
    <View className="stack">
      {close.refusal && <Failure refusal={close.refusal} onSeen={close.forget} />}
      {review.closedAt === undefined ? (
        <Confirm
          kind="secondary"
          icon="done"
          question="办结以后，写的话和等次都不能再改。办结吗？"
          explain="每位同志能看到自己的等次；整改还可以接着办。"
          yes="是，办结"
          no="不，再看看"
          onYes={() => set(true)}
        >
          办结这次评议
        </Confirm>
      ) : (
        <Button icon="edit" onPress={() => set(false)}>
          重新打开来改
        </Button>
      )}
    </View>
  )
}

const Steps = ({ review, onOpen }: { review: Review; onOpen: (step: ReviewStep) => void }) => (
  <View className="stack">
    <Title>{review.title}</Title>
    <View className="soft words-whole">{moment(review.startsAt)}</View>
    {review.closedAt !== undefined && <Notice tone="good" title={`${moment(review.closedAt)}办结了`} />}
    {review.steps.map((progress, at) => (
      <LinkRow
        key={progress.step}
        icon={isDone(progress) ? 'done' : 'radio'}
        words={`${String(at + 1)}. ${stepWords[progress.step]}`}
        note={`${isDone(progress) ? '办好了 · ' : ''}${sayProgress(progress)}`}
        onPress={() => onOpen(progress.step)}
      />
    ))}
  </View>
)

const Desk = ({ review, onChanged }: StepProps) => {
  const wide = useWide()
  const next = review.closedAt === undefined ? nextStep(review.steps) : undefined
  const [opened, setOpened] = useState<ReviewStep | undefined>()
  const shown = opened ?? (wide ? (next ?? review.steps[0]?.step) : undefined)
  const steps = (
    <>
      <Steps review={review} onOpen={setOpened} />
      <Close review={review} onChanged={onChanged} />
    </>
  )
  if (wide) {
    return (
      <Screen wide>
        <Panes side={steps}>{shown && <StepView key={shown} review={review} step={shown} onChanged={onChanged} />}</Panes>
      </Screen>
    )
  }
  if (shown) {
    return (
      <Screen>
        <StepView review={review} step={shown} onChanged={onChanged} />
        <Button kind="quiet" icon="back" onPress={() => setOpened(undefined)}>
          回到各步
        </Button>
      </Screen>
    )
  }
  return <Screen main={next && <BigButton onPress={() => setOpened(next)}>{`下一步：${stepWords[next]}`}</BigButton>}>{steps}</Screen>
}

/** 组织生活会 and 民主评议 as a guided sequence, for the secretary and the committee. */
export const ReviewDesk = ({ activityId }: { activityId: string }) => {
  const query = useQuery('review.get', { activityId })
  if (query.data && query.keptAt === undefined) return <Desk review={query.data} onChanged={query.reload} />
  return (
    <Screen>
      <Loaded query={query} cards={3}>
        {() => null}
      </Loaded>
    </Screen>
  )
}
