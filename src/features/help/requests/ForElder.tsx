import { useState } from 'react'
import { firstAid } from '../../../../core/help/requests/first-aid'
import { Screen } from '../../../components/Screen'
import { About } from './About'
import { type BodyProps, MoreButton, troubleIn } from './body'
import { CallOne, Calls } from './Calls'
import { Answers, ElderWays, NotYet, useAnswer } from './ElderWays'
import { EmergencyTiles } from './emergency/EmergencyTiles'
import { FirstAid, RingLifeline } from './emergency/Lifelines'
import { SayMore } from './SayMore'
import { StateNotice } from './StateNotice'
import { Stars } from './Stars'
import { Timeline } from './Timeline'
import { type Full, isLate, isLive, isRunning } from './words'

/** Something was spoken, which no rule can read. */
const hasVoice = ({ voiceFileId, timeline }: Full): boolean =>
  voiceFileId !== undefined || timeline.some(line => line.what === 'said-more' && line.voiceFileId !== undefined)

/** The elder's part: how it stands, who to call, what to answer. */
export const ForElder = (props: BodyProps) => {
  const { request, forMemberId, ringsAt, older, foot } = props
  const answering = useAnswer(props)
  const [form, open] = useState<'not-yet' | 'more' | undefined>()
  const back = () => open(undefined)
  const { requestId, callable, state } = request
  const urgent = request.urgency === 'urgent'
  const trouble = isLive(request) ? troubleIn(request) : undefined
  // Of a broken promise the one who chases it is rung first.
  const nearest = callable.find(one => isLate(request) && one.memberId === request.chaser?.memberId) ?? callable[0]
  const others = callable.filter(one => one !== nearest)
  const asked = state === 'done' && request.may.includes('confirm')
  if (form === 'not-yet') return <NotYet answering={answering} onBack={back} />
  if (form === 'more') return <SayMore {...props} onBack={back} />
  const main = asked ? (
    <Answers answering={answering} onNotYet={() => open('not-yet')} />
  ) : isLive(request) && (urgent || nearest) ? (
    <>
      {urgent && <RingLifeline big line={firstAid[trouble ?? 'illness'].ring} />}
      {nearest && <CallOne big={!urgent} person={nearest} requestId={requestId} forMemberId={forMemberId} />}
    </>
  ) : undefined
  return (
    <Screen main={main}>
      {older}
      <StateNotice request={request} ringsAt={ringsAt} />
      {trouble && <FirstAid trouble={trouble} />}
      {asked && <Stars value={answering.stars} onChange={answering.setStars} />}
      <About request={request} />
      {isLive(request) && !urgent && hasVoice(request) && <EmergencyTiles title="说的是急病、摔倒、火灾？按这里" />}
      {request.may.includes('sayMore') && <MoreButton open={() => open('more')} />}
      <Calls people={main && !asked ? others : callable} requestId={requestId} forMemberId={forMemberId} />
      {isLive(request) && <ElderWays {...props} />}
      <Timeline lines={request.timeline} elder={request.name} />
      {callable.length === 0 && isRunning(request) && foot}
    </Screen>
  )
}
