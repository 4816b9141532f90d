import { View } from '@tarojs/components'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Empty, Loaded } from '../../../components/Loaded'
import { kindOver } from './kinds'
import { ShareButton } from '../../../components/OpenButtons'
import { Fact } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { span } from '../../../components/times'
import { call, newId } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { useShareCard } from '../../../platform/share'
import { hasMainAct, MyStateNotice, MainAct, WaysOut } from './MainAct'
import { RecordCard } from './RecordCard'
import { type Activity, placesLeft } from './myState'
import { routes } from '../../../../core/shared/routes'

interface Props {
  activityId: string
  forMemberId: { forMemberId?: string }
  /** Says who it is shown for, and who to call: other capabilities' parts. */
  head: ReactNode
  foot: ReactNode
}

/** The receipt, once for each person and opening; the cloud keeps only the first. */
const useReceipt = (activity: Activity | undefined, forMemberId: Props['forMemberId']) => {
  const sent = useRef('')
  useEffect(() => {
    if (!activity || activity.read) return
    const whose = `${activity.activityId}/${forMemberId.forMemberId ?? ''}`
    if (sent.current === whose) return
    sent.current = whose
    const send = async () => {
      const answer = await call('activity.read', { activityId: activity.activityId, ...forMemberId }, { commandId: newId() })
      if (!answer.ok) sent.current = ''
    }
    void send()
  }, [activity, forMemberId])
}

const Places = ({ activity }: { activity: Activity }) => {
  const left = placesLeft(activity)
  if (left === undefined) return <>{activity.joined === 0 ? '还没有人报名' : `已有 ${activity.joined} 人报名`}，不限人数</>
  return left > 0 ? (
    <View className="strong">
      还剩 {left} 个名额（共 {activity.capacity} 个）
    </View>
  ) : (
    <>
      {activity.capacity} 个名额已满，{activity.waiting} 人候补
    </>
  )
}

const Facts = ({ activity }: { activity: Activity }) => (
  <Card>
    {kindOver(activity) !== '' && <View className="soft small">{kindOver(activity)}</View>}
    <Title>{activity.title}</Title>
    <Fact icon="clock" label="时间">
      {span(activity.startsAt, activity.endsAt)}
    </Fact>
    <Fact icon="place" label="地点">
      {activity.place.name}
    </Fact>
    <Fact icon="people" label="报名">
      <Places activity={activity} />
    </Fact>
    <Fact icon="home" label="哪个支部">
      {activity.branchName}
    </Fact>
  </Card>
)

const Body = ({ activity }: { activity: Activity }) => (
  <>
    {activity.body !== '' && (
      <Card title="通知">
        <View className="prose">{activity.body}</View>
      </Card>
    )}
    {activity.parts.length > 0 && (
      <Card title="内容">
        {activity.parts.map((part, index) => (
          <View key={part}>
            {index + 1}. {part}
          </View>
        ))}
      </Card>
    )}
    {activity.record && <RecordCard record={activity.record} />}
  </>
)

/** An activity's page: the act first at the bottom of the phone, then what, when and where. */
export const ActivityScreen = ({ activityId, forMemberId, head, foot }: Props) => {
  const query = useQuery('activity.get', { activityId, ...forMemberId })
  const activity = query.data
  useReceipt(query.keptAt === undefined ? activity : undefined, forMemberId)
  const card = { title: activity?.title ?? '支部活动', route: routes.activity({ id: activityId }) }
  useShareCard(card)
  const main = activity && hasMainAct(activity) && <MainAct activity={activity} forMemberId={forMemberId} onDone={query.reload} />
  return (
    <Screen main={main}>
      {head}
      <Loaded query={query}>
        {shown => (
          <>
            <MyStateNotice activity={shown} />
            <Facts activity={shown} />
            <Body activity={shown} />
            <WaysOut activity={shown} forMemberId={forMemberId} onDone={query.reload} />
            {shown.may.includes('change') && (
              <Button icon="desk" onPress={() => go(routes.manage({ activityId: shown.activityId }))}>
                去支部工作台管理
              </Button>
            )}
            <ShareButton words="转发到微信群" card={card} />
            {foot}
          </>
        )}
      </Loaded>
    </Screen>
  )
}

/** Shown where a page was opened without saying which activity. */
export const NoActivity = () => (
  <Screen>
    <Empty
      icon="calendar"
      title="没有找到这次活动"
      hint="请回到活动页，看看有哪些活动。"
      action={<Button onPress={() => go(routes.activities())}>看活动</Button>}
    />
  </Screen>
)
