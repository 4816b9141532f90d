import { View } from '@tarojs/components'
import { BigButton } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { moment } from '../../../components/times'
import { useQuery } from '../../../platform/query'
import { BallotEnd, isFilled, LostTicket } from '../ballots/BallotEnd'
import { useBallot } from '../ballots/useBallot'
import { sayWhoKnows } from '../ballots/words'
import { Filling } from './Filling'
import { Open, Running } from './Running'
import { boxOf, type Appraisal } from './words'

interface Props {
  activityId: string
  appraisal: Appraisal
  onChanged: () => Promise<void>
}

const Head = ({ appraisal: { title, closesAt } }: Pick<Props, 'appraisal'>) => (
  <View>
    <Title>民主测评</Title>
    <View className="soft words-whole">{closesAt === undefined ? title : `${title} · 最晚 ${moment(closesAt)}`}</View>
  </View>
)

/** While the box is open, to a member who takes part. */
const Voting = (props: Props & { publicKey: string }) => {
  const { activityId, appraisal, publicKey } = props
  const { stage, take, put, trouble } = useBallot(boxOf(activityId, appraisal, publicKey))
  if (stage === 'ticket') return <Filling activityId={activityId} appraisal={appraisal} put={put} trouble={trouble} />
  if (isFilled(stage))
    return (
      <Screen>
        <Head appraisal={appraisal} />
        <BallotEnd stage={stage} waiting="连上网就投进票箱，请不要关机；一直连不上，请告诉支部书记。" />
        <Running {...props} />
      </Screen>
    )
  return (
    <Screen
      main={
        <BigButton icon="edit" busyWords="正在领票…" onPress={take}>
          领票，开始填
        </BigButton>
      }
    >
      <Head appraisal={appraisal} />
      {trouble}
      {stage === 'none' && appraisal.ticketTaken && <LostTicket />}
      <Card>
        {sayWhoKnows([]).map(one => (
          <View key={one} className="prose">
            {one}
          </View>
        ))}
      </Card>
      <View className="prose">{`给 ${String(appraisal.people.length)} 位同志各评一个等次，可以不评。领了手机票，就不再发纸票；一人只有一张。`}</View>
      <Running {...props} />
    </Screen>
  )
}

const said: Readonly<Record<Exclude<Appraisal['state'], 'open'>, string>> = {
  none: '还没有开始用手机测评',
  closed: '截止了，正在计票',
  counted: '手机测评截止了，票数已经交给支部',
}

const Shown = (props: Props) => {
  const { activityId, appraisal, onChanged } = props
  const { state, invited, keeps, publicKey } = appraisal
  if (state === 'open' && invited && publicKey !== undefined) return <Voting {...props} publicKey={publicKey} />
  return (
    <Screen main={state === 'none' && keeps && <Open activityId={activityId} onChanged={onChanged} />}>
      <Head appraisal={appraisal} />
      {state === 'open' ? <Notice tone="info" title="这次测评请参加评议的同志填" /> : <Notice tone="info" title={said[state]} />}
      {state === 'none' && keeps && (
        <View className="prose">打开以后，参加评议的同志都收到消息，在自己手机上不记名填；不用手机的照样填纸票，票数加在一起。</View>
      )}
      <Running {...props} />
    </Screen>
  )
}

/** 民主测评 at a review: a member's secret ballot, and for the secretary its opening and count. */
export const AppraisalPage = ({ activityId }: { activityId: string }) => {
  const query = useQuery('appraisalBallot.get', { activityId }, { kept: false })
  if (query.data) return <Shown key={activityId} activityId={activityId} appraisal={query.data} onChanged={query.reload} />
  return (
    <Screen>
      <Loaded query={query} cards={3}>
        {() => null}
      </Loaded>
    </Screen>
  )
}
