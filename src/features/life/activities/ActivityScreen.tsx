import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '../../../components/Button'
import { Empty, Loaded } from '../../../components/Loaded'
import { ShareButton } from '../../../components/OpenButtons'
import { ReadAloud } from '../../../components/ReadAloud'
import { Screen } from '../../../components/Screen'
import { call, newId } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { useShareCard } from '../../../platform/share'
import { ActivityBody, ActivityFacts, readOut } from './ActivityFacts'
import { hasMainAct, MyStateNotice, MainAct, WaysOut } from './MainAct'
import { RecordCard } from './RecordCard'
import type { Activity } from './myState'
import { activityPicture } from './picture'
import { isReview } from '../../../../core/life/activities/kinds'
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

/** An activity's page: the act first at the bottom of the phone, then what, when and where. */
export const ActivityScreen = ({ activityId, forMemberId, head, foot }: Props) => {
  const query = useQuery('activity.get', { activityId, ...forMemberId })
  const activity = query.data
  useReceipt(query.keptAt === undefined ? activity : undefined, forMemberId)
  const card = {
    title: activity?.title ?? '支部活动',
    route: routes.activity({ id: activityId }),
    picture: activity && activityPicture(activity),
  }
  useShareCard(card)
  const main = activity && hasMainAct(activity) && <MainAct activity={activity} forMemberId={forMemberId} onDone={query.reload} />
  return (
    <Screen main={main}>
      {head}
      <Loaded query={query}>
        {shown => (
          <>
            <MyStateNotice activity={shown} />
            <ActivityFacts activity={shown} />
            <ActivityBody activity={shown} />
            <ReadAloud text={readOut(shown)} />
            {shown.record && <RecordCard record={shown.record} />}
            {isReview(shown.kind) && (
              <Button icon="talk" onPress={() => go(routes.review({ id: shown.activityId }))}>
                写自评、提意见
              </Button>
            )}
            {shown.kind === 'general-meeting' && (
              <Button icon="done" onPress={() => go(routes.election({ activityId: shown.activityId }))}>
                选举投票
              </Button>
            )}
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
