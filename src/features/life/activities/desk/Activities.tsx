import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../../components/Button'
import { Failure } from '../../../../components/Failure'
import { Empty, Loaded } from '../../../../components/Loaded'
import { LinkRow } from '../../../../components/Rows'
import { Screen } from '../../../../components/Screen'
import { Tabs } from '../../../../components/Tabs'
import { moment } from '../../../../components/times'
import { addDays, dateOf, instantOf } from '../../../../../core/shared/calendar'
import { call } from '../../../../platform/call'
import { now } from '../../../../platform/clock'
import { go } from '../../../../platform/go'
import { usePages } from '../../../../platform/pages'
import { useQuery } from '../../../../platform/query'
import { type Activity, stageOf } from './doors'
import { routes } from '../../../../../core/shared/routes'

/** How far back past activities are listed at first, in days, and how much further at each press. */
const PAST_DAYS = 92

const stageNotes = { cancelled: '已取消', before: '还没开始', 'door-open': '正在签到', over: '已经结束' } as const

const Line = ({ activity }: { activity: Activity }) => {
  const stage = stageOf(activity, now())
  return (
    <LinkRow
      icon={stage === 'door-open' ? 'qr' : stage === 'cancelled' ? 'calendar-off' : stage === 'over' ? 'calendar-done' : 'calendar'}
      words={activity.title}
      note={`${moment(activity.startsAt)} · ${stageNotes[stage]}`}
      onPress={() => go(routes.manage({ activityId: activity.activityId }))}
    />
  )
}

type Which = 'coming' | 'past'

/** Every activity of the branch: what is coming, and what was held, the latest first. */
export const Activities = ({ branchId }: { branchId: string }) => {
  const [which, setWhich] = useState<Which>('coming')
  const [back, setBack] = useState(PAST_DAYS)
  const today = instantOf(dateOf(now()))
  const from = which === 'coming' ? today : instantOf(addDays(dateOf(now()), -back))
  const query = useQuery('activity.list', { branchId, from })
  const { items, more, refusal } = usePages(query, cursor => call('activity.list', { branchId, from, cursor }))
  // The list comes soonest first, so the latest of the past are on its last page: fetch up to there.
  const loadAll = which === 'past' && refusal === undefined
  const next = useRef(more)
  next.current = more
  useEffect(() => {
    if (loadAll) void next.current?.()
  }, [loadAll, items.length])
  const shown = which === 'coming' ? items : items.filter(item => item.endsAt < today).reverse()
  return (
    <Screen>
      <Tabs
        options={[
          { value: 'coming', words: '今天和以后' },
          { value: 'past', words: '办过的' },
        ]}
        value={which}
        onChange={setWhich}
      />
      <Loaded query={query}>
        {() =>
          shown.length === 0 ? (
            <Empty
              icon="calendar"
              title={which === 'coming' ? '这里会列出要办的活动' : '这里会列出办过的活动'}
              hint="先到工作台发一个通知。"
            />
          ) : (
            <View className="stack">
              {shown.map(activity => (
                <Line key={activity.activityId} activity={activity} />
              ))}
            </View>
          )
        }
      </Loaded>
      {refusal && <Failure refusal={refusal} {...(more ? { onRetry: more } : {})} />}
      {which === 'coming' && more && <Button onPress={more}>再看一些</Button>}
      {which === 'past' && query.data && <Button onPress={() => setBack(back + PAST_DAYS)}>再往前看三个月</Button>}
    </Screen>
  )
}
