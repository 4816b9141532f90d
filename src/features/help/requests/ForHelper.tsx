import { type ReactNode, useState } from 'react'
import { firstAid } from '../../../../core/help/requests/first-aid'
import { BigButton, Button } from '../../../components/Button'
import { Screen } from '../../../components/Screen'
import { About } from './About'
import type { ActProps, FormProps } from './acts'
import { type BodyProps, MoreButton, troubleIn } from './body'
import { Calls } from './Calls'
import { Decline } from './Decline'
import { DoneForm } from './DoneForm'
import { FirstAid, RingLifeline } from './emergency/Lifelines'
import { HandOver } from './HandOver'
import { type Form, OwnerWays, OnTheWayButton } from './OwnerWays'
import { PlanForm } from './PlanForm'
import { Reassign } from './Reassign'
import { SayMore } from './SayMore'
import { SayProgress } from './SayProgress'
import { StateNotice } from './StateNotice'
import { TakeButton, TakenWords, useTaking } from './TakeButton'
import { Timeline } from './Timeline'
import { isLive, isRunning } from './words'

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
export const ForHelper = (props: BodyProps) => {
  const { request, forMemberId, ringsAt, older, foot } = props
  const [form, open] = useState<Form | undefined>()
  const taking = useTaking(props)
  if (form) {
    const Open = forms[form]
    return <Open {...props} onBack={() => open(undefined)} />
  }
  const { requestId, as, state } = request
  const danger = isLive(request) && request.urgency === 'urgent' ? (troubleIn(request) ?? 'illness') : undefined
  const gives = request.may.includes('reassign')
  const holds = request.may.includes('progress')
  const acts = request.may.includes('done') || (request.may.includes('accept') && as !== 'desk')
  return (
    <Screen {...(acts || (gives && !request.owner) ? { main: <HelperMain {...props} open={open} taking={taking} /> } : {})}>
      {older}
      <TakenWords taking={taking} />
      <StateNotice request={request} ringsAt={ringsAt} />
      <About request={request} />
      {danger && (
        <>
          <FirstAid trouble={danger} title="在电话里先这样说" />
          <RingLifeline line={firstAid[danger].ring} />
        </>
      )}
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
