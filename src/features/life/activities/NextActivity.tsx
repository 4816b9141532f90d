import { View } from '@tarojs/components'
import { Empty, Loaded } from '../../../components/Loaded'
import { now } from '../../../platform/clock'
import { useQuery } from '../../../platform/query'
import { MyStateNotice, MainAct } from './MainAct'
import { isOwed } from '../../../../core/life/activities/kinds'
import { ActivityCard } from './ActivityCard'
import { AskLeave } from './AskLeave'
import { myStateOf } from './myState'
import { daysAgo } from './soon'

type For = { forMemberId?: string }

const WithActions = ({ activityId, forMemberId }: { activityId: string; forMemberId: For }) => {
  const query = useQuery('activity.get', { activityId, ...forMemberId }, { atOnce: true })
  return (
    <Loaded query={query} cards={1}>
      {activity => (
        <>
          <ActivityCard activity={activity} />
          <MyStateNotice activity={activity} />
          <MainAct activity={activity} forMemberId={forMemberId} onDone={query.reload} />
          {isOwed(activity) && myStateOf(activity, now()) === 'free' && (
            <AskLeave activity={activity} forMemberId={forMemberId} onDone={query.reload} />
          )}
        </>
      )}
    </Loaded>
  )
}

/** The next activity on the first screen, with its one act. */
export const NextActivity = ({ forMemberId }: { forMemberId: For }) => {
  const query = useQuery('activity.list', { from: daysAgo(0), ...forMemberId }, { atOnce: true })
  return (
    <Loaded query={query} cards={1}>
      {({ items }) => {
        const next = items.find(activity => activity.state === 'published' && activity.endsAt >= now())
        if (!next) return <Empty icon="calendar" title="近期没有活动" hint="支部有新活动，会出现在这里。" />
        return (
          <View className="stack">
            <WithActions activityId={next.activityId} forMemberId={forMemberId} />
          </View>
        )
      }}
    </Loaded>
  )
}
