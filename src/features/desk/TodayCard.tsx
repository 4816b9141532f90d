import { View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Fact } from '../../components/Rows'
import { clockTime } from '../../components/times'
import { now } from '../../platform/clock'
import { go } from '../../platform/go'
import { useQuery } from '../../platform/query'
import { type Activity, stageOf } from './doors'
import { pages } from './pages'
import './TodayCard.css'

const stageWords = { cancelled: '已取消', before: '今天', 'door-open': '正在签到', over: '已经结束' } as const

/** An activity of today: how many have come, and the one act that is due now. */
export const TodayCard = ({ activity }: { activity: Activity }) => {
  const { activityId, title, startsAt, endsAt, place } = activity
  const stage = stageOf(activity, now())
  const query = useQuery('activity.statistics', stage === 'cancelled' ? null : { activityId })
  const act = stage === 'over' ? { words: '看签到表', to: pages.sheet } : { words: '打开签到屏', to: pages.door }
  return (
    <Card edge={stage === 'door-open' ? 'red' : stage === 'cancelled' ? 'warn' : 'good'}>
      <View className={stage === 'cancelled' ? 'warn strong' : 'soft strong'}>{stageWords[stage]}</View>
      <View className="card-title">{title}</View>
      <Fact icon="clock" label="时间">
        {clockTime(startsAt)} — {clockTime(endsAt)}
      </Fact>
      <Fact icon="place" label="地点">
        {place.name}
      </Fact>
      {query.data && (
        <View className="today-numbers">
          <View className="today-present">
            已到 <View className="today-figure">{query.data.present}</View> / {query.data.invited} 人
          </View>
          <View className="soft">
            请假 {query.data.leave} 人 · 没看通知 {query.data.invited - query.data.read} 人
          </View>
        </View>
      )}
      {stage !== 'cancelled' && (
        <Button icon={stage === 'over' ? 'list' : 'qr'} onPress={() => go(act.to(activityId))}>
          {act.words}
        </Button>
      )}
      <Button kind="quiet" label={`管理${title}`} onPress={() => go(pages.manage(activityId))}>
        回执、改期、取消、记录
      </Button>
    </Card>
  )
}
