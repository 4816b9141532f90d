import { View } from '@tarojs/components'
import { type ReactNode, useRef } from 'react'
import { emergencies, type Emergency, emergencyWords } from '../../../../../core/help/requests/emergencies'
import { firstAid } from '../../../../../core/help/requests/first-aid'
import { routes } from '../../../../../core/shared/routes'
import { Button } from '../../../../components/Button'
import { Card, Title } from '../../../../components/Card'
import { Failure } from '../../../../components/Failure'
import { Icon } from '../../../../components/Icon'
import { Screen } from '../../../../components/Screen'
import { newId } from '../../../../platform/call'
import { go, goInstead } from '../../../../platform/go'
import type { Acting } from '../../../people/public'
import { type Subject, useRaise } from '../useRaise'
import { EmergencyTiles } from './EmergencyTiles'
import { FirstAid, OtherLifelines, RingLifeline } from './Lifelines'
import { HomeAddress } from './HomeAddress'

interface Props {
  /** What the address names. */
  named: string | undefined
  acting: Acting
  /** The elder an officer asks for. */
  elder: { memberId: string; name: string } | undefined
  /** Who can be rung besides. */
  people: ReactNode
}

/** The person the branch can be told about; undefined where this phone belongs to no one yet. */
const subjectOf = ({ acting, elder }: Pick<Props, 'acting' | 'elder'>): Subject | undefined => {
  if (acting.me?.privacyAgreed !== true) return undefined
  if (elder) return { ...elder, forMemberId: {}, office: true }
  return acting.person && { ...acting.person, forMemberId: acting.forMemberId, office: false }
}

/** Tells the branch as well; 120 stays the red main before and after. */
const useTellBranch = (subject: Subject, emergency: Emergency) => {
  const { raise, refusal, forget } = useRaise(subject)
  // Pressed again after no answer came, it is the same request.
  const id = useRef('')
  const tell = async () => {
    const raised = await raise({ kind: 'other', emergency }, () => (id.current ||= newId()))
    if (raised) goInstead(routes.request({ id: raised.requestId }))
  }
  return { tell, refusal, forget }
}

const Known = ({ emergency, subject, own, people }: Pick<Props, 'people'> & { emergency: Emergency; subject: Subject; own: boolean }) => {
  const { tell, refusal, forget } = useTellBranch(subject, emergency)
  const main = (
    <>
      <RingLifeline big line={firstAid[emergency].ring} />
      <Button icon="help" busyWords="正在叫人…" onPress={tell}>
        告诉支部，马上来人
      </Button>
    </>
  )
  return (
    <Frame emergency={emergency} main={main}>
      {!own && <View className="strong">给{subject.name}同志求助</View>}
      {refusal && <Failure refusal={refusal} onSeen={forget} />}
      <FirstAid trouble={emergency} />
      {!subject.office && <HomeAddress forMemberId={subject.forMemberId} />}
      {people}
      <OtherLifelines but={firstAid[emergency].ring} />
    </Frame>
  )
}

const Frame = ({ emergency, main, children }: { emergency: Emergency; main: ReactNode; children: ReactNode }) => (
  <Screen main={main}>
    <View className="row">
      <Icon name={emergency} tone="danger" size="big" />
      <View className="grow">
        <Title>{emergencyWords[emergency]}</Title>
      </View>
    </View>
    {children}
  </Screen>
)

/** 急病、摔倒、火灾: what to do, the people to ring, and the branch told by one press. */
export const EmergencyScreen = ({ named, acting, elder, people }: Props) => {
  const emergency = emergencies.find(one => one === named)
  const subject = subjectOf({ acting, elder })
  if (!emergency)
    return (
      <Screen main={<RingLifeline big line="120" />}>
        <OtherLifelines but="120" />
        <EmergencyTiles title="出了什么事？" elder={elder} />
        {people}
      </Screen>
    )
  if (subject)
    return <Known emergency={emergency} subject={subject} own={subject.memberId === acting.me?.member?.memberId} people={people} />
  return (
    <Frame emergency={emergency} main={<RingLifeline big line={firstAid[emergency].ring} />}>
      <FirstAid trouble={emergency} />
      <OtherLifelines but={firstAid[emergency].ring} />
      <Card title="支部还不认识这部手机">
        <View>先打电话。平安了，再说一声您是哪位同志，以后求助就能直接告诉支部。</View>
        <Button kind="quiet" icon="me" onPress={() => go(routes.bind())}>
          说一声我是谁
        </Button>
      </Card>
      {people}
    </Frame>
  )
}
