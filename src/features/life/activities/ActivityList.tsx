import { Button } from '../../../components/Button'
import { Section } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { LinkRow } from '../../../components/Rows'
import { routes } from '../../../../core/shared/routes'
import { go } from '../../../platform/go'
import { call } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'
import { ActivityCard } from './ActivityCard'
import { daysAgo } from './soon'

/** What ended this long ago still stands in the list, to be read again. */
const SHOWN_DAYS = 14

/** 活动: what is coming, then what has just been. */
export const ActivityList = ({ forMemberId }: { forMemberId: { forMemberId?: string } }) => {
  const input = { from: daysAgo(SHOWN_DAYS), ...forMemberId }
  const query = useQuery('activity.list', input)
  const pages = usePages(query, cursor => call('activity.list', { ...input, cursor }))
  const coming = pages.items.filter(activity => activity.endsAt >= now())
  const past = pages.items.filter(activity => activity.endsAt < now()).reverse()
  return (
    <Loaded query={query}>
      {() => (
        <>
          {coming.length === 0 && <Empty icon="calendar" title="近期没有活动" hint="支部有新活动，会出现在这里，也会发到您的微信。" />}
          {coming.map(activity => (
            <ActivityCard key={activity.activityId} activity={activity} />
          ))}
          {pages.refusal && <Failure refusal={pages.refusal} />}
          {pages.more && <Button onPress={pages.more}>看后面的活动</Button>}
          {past.length > 0 && (
            <Section title="刚办过的">
              {past.map(activity => (
                <ActivityCard key={activity.activityId} activity={activity} />
              ))}
            </Section>
          )}
          <LinkRow icon="people" words="兴趣小组" onPress={() => go(routes.circles())} />
          <LinkRow
            icon="camera"
            words="支部这一年"
            note={query.data?.theme && `这一季的主题：${query.data.theme}`}
            onPress={() => go(routes.branchYear())}
          />
        </>
      )}
    </Loaded>
  )
}
