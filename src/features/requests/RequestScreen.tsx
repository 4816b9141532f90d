import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { BigButton, Button } from '../../components/Button'
import { Loaded, Skeleton } from '../../components/Loaded'
import { Screen } from '../../components/Screen'
import type { Me, Person } from '../../platform/session'
import { useRepeat, useVisible } from '../../platform/visible'
import { About } from './About'
import { type ActProps, may } from './acts'
import { CallOne, Calls } from './Calls'
import { DoneForm } from './DoneForm'
import { ElderAnswers, ElderWays, SatisfiedButton, useAnswer } from './Elder'
import { HandsWays, OnTheWayButton } from './Hands'
import { Reassign } from './Reassign'
import { Standing } from './Standing'
import { DeclineButton, TakeButton } from './Taker'
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
  /** Whom to ring when nothing else works. */
  foot: ReactNode
}

interface BodyProps extends ActProps {
  ringsAt: number | undefined
  foot: ReactNode
}

/** The elder's part: how it stands, whom to ring, what to answer. */
const ForElder = (props: BodyProps) => {
  const { request, forMemberId, ringsAt, foot } = props
  const answering = useAnswer(props)
  const { requestId, callable, state } = request
  const [nearest, ...others] = callable
  const asked = state === 'done' && may(request, 'confirm')
  const main = asked ? (
    <SatisfiedButton answering={answering} />
  ) : nearest && isLive(request) ? (
    <CallOne big person={nearest} requestId={requestId} forMemberId={forMemberId} />
  ) : undefined
  return (
    <Screen main={main}>
      <Standing request={request} ringsAt={ringsAt} />
      {asked && <ElderAnswers answering={answering} />}
      <About request={request} />
      <Calls people={main && !asked ? others : callable} requestId={requestId} forMemberId={forMemberId} />
      {isLive(request) && <ElderWays {...props} />}
      <Timeline lines={request.timeline} elder={request.name} />
      {callable.length === 0 && isRunning(request) && foot}
    </Screen>
  )
}

/** The part of whoever helps or watches over it. */
const ForHelper = (props: BodyProps) => {
  const { request, forMemberId, ringsAt, foot } = props
  const [finishing, setFinishing] = useState(false)
  if (finishing) return <DoneForm {...props} onBack={() => setFinishing(false)} />
  const { requestId, state, as } = request
  const desk = as === 'desk'
  const sets = may(request, 'progress') && state === 'accepted'
  const finish = (
    <BigButton icon="done" onPress={() => setFinishing(true)}>
      办好了
    </BigButton>
  )
  const main = sets ? (
    <OnTheWayButton {...props} />
  ) : may(request, 'done') ? (
    finish
  ) : may(request, 'accept') && !desk ? (
    <TakeButton {...props} />
  ) : undefined
  return (
    <Screen main={main}>
      <Standing request={request} ringsAt={ringsAt} />
      <About request={request} />
      {may(request, 'decline') && <DeclineButton {...props} />}
      <Calls people={request.callable} requestId={requestId} forMemberId={forMemberId} />
      {sets && (
        <Button icon="done" onPress={() => setFinishing(true)}>
          已经办好了
        </Button>
      )}
      {may(request, 'reassign') && <Reassign {...props} />}
      {desk && may(request, 'accept') && <TakeButton {...props} />}
      {may(request, 'progress') && <HandsWays {...props} />}
      <Timeline lines={request.timeline} elder={request.name} />
      {request.callable.length === 0 && isRunning(request) && <View>{foot}</View>}
    </Screen>
  )
}

/** One request, for everyone concerned: each sees their part of the same page. */
export const RequestScreen = ({ requestId, me, person, ringsAt, foot }: Props) => {
  const { query, forMemberId, searching } = useRequest(requestId, me, person)
  const visible = useVisible()
  useRepeat(query.reload, LOOK_MS, visible && query.data !== undefined && isRunning(query.data))
  const request = query.data
  if (!request || query.keptAt !== undefined || query.code !== undefined) {
    return (
      <Screen>
        {searching ? (
          <Skeleton />
        ) : (
          <Loaded query={query}>
            {kept => (
              <>
                <Standing request={kept} ringsAt={ringsAt} />
                <About request={kept} />
                <Timeline lines={kept.timeline} elder={kept.name} />
              </>
            )}
          </Loaded>
        )}
        {query.code !== undefined && !searching && foot}
      </Screen>
    )
  }
  const props = { request, forMemberId, onDone: query.reload, ringsAt, foot }
  return request.as === 'elder' ? <ForElder {...props} /> : <ForHelper {...props} />
}
