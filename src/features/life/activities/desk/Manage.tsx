import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Title } from '../../../../components/Card'
import { DateBlock } from '../../../../components/DateBlock'
import { BigButton } from '../../../../components/Button'
import { kindOver } from '../kinds'
import { activityPicture } from '../picture'
import { Loaded } from '../../../../components/Loaded'
import { Notice } from '../../../../components/Notice'
import { ShareButton } from '../../../../components/OpenButtons'
import { Fact, LinkRow } from '../../../../components/Rows'
import { Screen } from '../../../../components/Screen'
import { dated, span } from '../../../../components/times'
import type { Given } from '../../../../platform/call'
import { now } from '../../../../platform/clock'
import { go } from '../../../../platform/go'
import { useQuery } from '../../../../platform/query'
import { toTop } from '../../../../platform/screen'
import { useShareCard } from '../../../../platform/share'
import { Cancel } from './Cancel'
import { stageOf } from './doors'
import { Telling } from './Telling'
import { wordsOf } from '../words'
import { isReview } from '../../../../../core/life/activities/kinds'
import { routes } from '../../../../../core/shared/routes'

type Full = Given<'activity.get'>

const cardOf = (activityId: string, activity: Full | undefined) => ({
  title: activity ? `${activity.title}（${dated(activity.startsAt)}）` : '支部活动',
  route: routes.activity({ id: activityId }),
  picture: activity && activityPicture(activity),
})

/** 应到 87 人，实到 53 人. */
const cameOf = ({ expected, came }: ReturnType<typeof wordsOf>, numbers: Given<'activity.statistics'>) =>
  `${expected} ${String(numbers.expected)} 人，${came} ${String(numbers.present)} 人`

const Acts = ({ activity }: { activity: Full }) => {
  const { activityId, record } = activity
  const stage = stageOf(activity, now())
  const query = useQuery('activity.statistics', { activityId })
  const numbers = query.data
  const words = wordsOf(activity)
  return (
    <View className="stack">
      <LinkRow
        icon="bell"
        words={`看回执、提醒、${words.name}`}
        note={[numbers && `${numbers.invited - numbers.read} 人还没看`, activity.joined > 0 ? words.some(activity.joined) : '']
          .filter(Boolean)
          .join('，')}
        onPress={() => go(routes.receipts({ activityId }))}
      />
      {stage !== 'cancelled' && stage !== 'over' && (
        <LinkRow icon="qr" words="签到屏" note="开始前一小时打开" onPress={() => go(routes.door({ activityId }))} />
      )}
      <LinkRow
        icon="list"
        words="签到表"
        note={numbers && stage !== 'before' ? cameOf(words, numbers) : undefined}
        onPress={() => go(routes.sheet({ activityId }))}
      />
      {stage !== 'cancelled' && isReview(activity.kind) && (
        <LinkRow
          icon="steps"
          words="一步一步办"
          note="谈心、自评、互评、测评、整改"
          onPress={() => go(routes.reviewDesk({ activityId }))}
        />
      )}
      {stage !== 'cancelled' && (
        <LinkRow
          icon="edit"
          words="记录、照片、统计"
          note={record ? '已经写过，还可以改' : '还没有写'}
          onPress={() => go(routes.record({ activityId }))}
        />
      )}
      {(stage === 'before' || stage === 'door-open') && (
        <LinkRow
          icon="calendar"
          words="改时间、地点、内容"
          note="大家都会收到通知；一分钟内可以撤回"
          onPress={() => go(routes.publish({ activityId }))}
        />
      )}
    </View>
  )
}

interface Props {
  activityId: string
  /** One comes here from publishing it. */
  published: boolean
}

/** Everything that can be done with one activity, and how far what was told of it came. */
export const Manage = ({ activityId, published }: Props) => {
  const query = useQuery('activity.get', { activityId })
  const telling = useQuery('activity.told', { activityId })
  const [seen, setSeen] = useState(false)
  const card = cardOf(activityId, query.data)
  useShareCard(card)
  const reload = async () => {
    await Promise.all([query.reload(), telling.reload()])
    toTop()
  }
  const activity = query.data
  const stage = activity && stageOf(activity, now())
  return (
    <Screen
      main={
        stage === 'door-open' ? (
          <BigButton icon="qr" onPress={() => go(routes.door({ activityId }))}>
            打开签到屏
          </BigButton>
        ) : undefined
      }
    >
      {published && !seen && (
        <Notice tone="good" title="通知已经发出" onSeen={() => setSeen(true)}>
          <View>再分享到微信群，大家看到得更快。</View>
        </Notice>
      )}
      <Loaded query={query} cards={2}>
        {shown => (
          <View className="stack">
            {shown.state === 'cancelled' && (
              <Notice tone="warn" title="这次活动已经取消">
                {shown.cancelReason && <View>原因：{shown.cancelReason}</View>}
              </Notice>
            )}
            <Telling activityId={activityId} query={telling} onUndone={() => void query.reload()} />
            <Card>
              <View className="row">
                <DateBlock at={shown.startsAt} faded={shown.state === 'cancelled'} />
                <View className="grow">
                  {kindOver(shown) !== '' && <View className="soft small">{kindOver(shown)}</View>}
                  <Title>{shown.title}</Title>
                </View>
              </View>
              <Fact icon="clock" label="时间">
                {span(shown.startsAt, shown.endsAt)}
              </Fact>
              <Fact icon="place" label="地点">
                {shown.place.name}
              </Fact>
            </Card>
            {shown.state === 'published' && <ShareButton words="分享到微信群" card={card} />}
            <Acts activity={shown} />
            {shown.state === 'published' && now() < shown.endsAt && <Cancel activity={shown} onDone={reload} />}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
