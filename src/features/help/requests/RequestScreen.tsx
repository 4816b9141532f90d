import { type ReactNode, useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Loaded, Older, Skeleton } from '../../../components/Loaded'
import { Screen } from '../../../components/Screen'
import type { Me, Person } from '../../people/public'
import { useRepeat, useVisible } from '../../../platform/visible'
import { About } from './About'
import type { ActProps, FormProps } from './acts'
import { CallOne, Calls } from './Calls'
import { Decline } from './Decline'
import { DoneForm } from './DoneForm'
import { Answers, ElderWays, NotYet, useAnswer } from './ElderWays'
import { HandOver } from './HandOver'
import { type Form, OwnerWays, OnTheWayButton } from './OwnerWays'
import { PlanForm } from './PlanForm'
import { Reassign } from './Reassign'
import { SayMore } from './SayMore'
import { SayProgress } from './SayProgress'
import { StateNotice } from './StateNotice'
import { Stars } from './Stars'
import { TakeButton, TakenWords, useTaking } from './TakeButton'
import { Timeline } from './Timeline'
import { useRequest } from './useRequest'
import { isLive, isRunning } from './words'

/** How often a page that is in sight looks whether something happened, in ms. */
const LOOK_MS = 15_000

interface Props {
  requestId: string
  me: Me
  person: Person
  /** Right after asking in quiet hours: when people are rung. */
  ringsAt: number | undefined
  /** Who to call when nothing else works. */
  foot: ReactNode
}

interface BodyProps extends ActProps {
  ringsAt: number | undefined
  /** Said where what is shown may not be true any more; what is being filled in stays. */
  older: ReactNode
  foot: ReactNode
}

const MoreButton = ({ open }: { open: () => void }) => (
  <Button icon="mic" onPress={open}>
    再补充几句、拍张照片
  </Button>
)

/** The elder's part: how it stands, who to call, what to answer. */
const ForElder = (props: BodyProps) => {
  const { request, forMemberId, ringsAt, older, foot } = props
  const answering = useAnswer(props)
  const [form, open] = useState<'not-yet' | 'more' | undefined>()
  const back = () => open(undefined)
  const { requestId, callable, state } = request
  const [nearest, ...others] = callable
  const asked = state === 'done' && request.may.includes('confirm')
  if (form === 'not-yet') return <NotYet answering={answering} onBack={back} />
  if (form === 'more') return <SayMore {...props} onBack={back} />
  const main = asked ? (
    <Answers answering={answering} onNotYet={() => open('not-yet')} />
  ) : nearest && isLive(request) ? (
    <CallOne big person={nearest} words={`给${nearest.name}打电话`} requestId={requestId} forMemberId={forMemberId} />
  ) : undefined
  return (
    <Screen main={main}>
      {older}
      <StateNotice request={request} ringsAt={ringsAt} />
      {asked && <Stars value={answering.stars} onChange={answering.setStars} />}
      <About request={request} />
      {request.may.includes('sayMore') && <MoreButton open={() => open('more')} />}
      <Calls people={main && !asked ? others : callable} requestId={requestId} forMemberId={forMemberId} />
      {isLive(request) && <ElderWays {...props} />}
      <Timeline lines={request.timeline} elder={request.name} />
      {callable.length === 0 && isRunning(request) && foot}
    </Screen>
  )
}

/** What is filled in on a screen of its own, by its name. */
const forms: Readonly<Record<Form, (props: FormProps) => ReactNode>> = {
  done: DoneForm,
  decline: Decline,
  handOver: HandOver,
  plan: PlanForm,
  note: SayProgress,
  reassign: Reassign,
  more: SayMore,
}

/** The one act that comes next for the helper. */
const HelperMain = ({ open, taking, ...props }: ActProps & { open: (form: Form) => void; taking: ReturnType<typeof useTaking> }) => {
  const { request } = props
  if (request.may.includes('progress') && request.state === 'accepted') return <OnTheWayButton {...props} />
  if (request.may.includes('done')) {
    return (
      <BigButton icon="done" onPress={() => open('done')}>
        办好了
      </BigButton>
    )
  }
  if (request.may.includes('accept') && request.as !== 'desk') return <TakeButton second={request.owner !== null} taking={taking} />
  return (
    <BigButton icon="people" onPress={() => open('reassign')}>
      请一位来办
    </BigButton>
  )
}

/** The part of a helper, or of an officer who watches over it. */
const ForHelper = (props: BodyProps) => {
  const { request, forMemberId, ringsAt, older, foot } = props
  const [form, open] = useState<Form | undefined>()
  const taking = useTaking(props)
  if (form) {
    const Open = forms[form]
    return <Open {...props} onBack={() => open(undefined)} />
  }
  const { requestId, as, state } = request
  const gives = request.may.includes('reassign')
  const holds = request.may.includes('progress')
  const acts = request.may.includes('done') || (request.may.includes('accept') && as !== 'desk')
  return (
    <Screen {...(acts || (gives && !request.owner) ? { main: <HelperMain {...props} open={open} taking={taking} /> } : {})}>
      {older}
      <TakenWords taking={taking} />
      <StateNotice request={request} ringsAt={ringsAt} />
      <About request={request} />
      {request.may.includes('sayMore') && <MoreButton open={() => open('more')} />}
      {request.may.includes('decline') && <Button onPress={() => open('decline')}>办不了</Button>}
      <Calls people={request.callable} requestId={requestId} forMemberId={forMemberId} />
      {request.may.includes('done') && state === 'accepted' && (
        <Button icon="done" onPress={() => open('done')}>
          已经办好了
        </Button>
      )}
      {gives && !holds && (acts || request.owner) && (
        <Button icon="people" onPress={() => open('reassign')}>
          {request.owner ? '换人来办' : '请一位来办'}
        </Button>
      )}
      {as === 'desk' && request.may.includes('accept') && <TakeButton big={false} second={request.owner !== null} taking={taking} />}
      {holds && <OwnerWays {...props} open={open} gives={gives} />}
      <Timeline lines={request.timeline} elder={request.name} />
      {request.callable.length === 0 && isRunning(request) && foot}
    </Screen>
  )
}

/** One request, for everyone concerned: each sees their part of the same page. */
export const RequestScreen = ({ requestId, me, person, ringsAt, foot }: Props) => {
  const { query, forMemberId, searching } = useRequest(requestId, me, person)
  const visible = useVisible()
  useRepeat(query.reload, LOOK_MS, visible && query.data !== undefined && isRunning(query.data))
  const request = query.data
  if (!request) {
    return (
      <Screen>
        {searching ? <Skeleton /> : <Loaded query={query}>{() => null}</Loaded>}
        {query.refusal !== undefined && !searching && foot}
      </Screen>
    )
  }
  const failure = query.refusal === undefined ? null : <Failure refusal={query.refusal} onRetry={query.reload} />
  const older = query.keptAt === undefined ? failure : <Older at={query.keptAt} onRetry={query.reload} />
  const props = { request, forMemberId, onDone: query.reload, ringsAt, older, foot }
  return request.as === 'elder' ? <ForElder {...props} /> : <ForHelper {...props} />
}
