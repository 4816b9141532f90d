import { View } from '@tarojs/components'
import { Button } from '../../../../components/Button'
import { Card, Title } from '../../../../components/Card'
import { Fact } from '../../../../components/Rows'
import { hours } from '../../../../components/times'
import { now } from '../../../../platform/clock'
import { go } from '../../../../platform/go'
import { useQuery } from '../../../../platform/query'
import { type Activity, stageOf } from './doors'
import { wordsOf } from '../words'
import './TodayCard.css'
import { routes } from '../../../../../core/shared/routes'

const stageWords = { cancelled: '已取消', before: '今天', 'door-open': '正在签到', over: '已经结束' } as const

interface Props {
  activity: Activity
  /** Its door has no button elsewhere on the screen. */
  withDoor: boolean
}

/** An activity of today: how many have come, and the one act that is due now. */
export const TodayCard = ({ activity, withDoor }: Props) => {
  const { activityId, title, startsAt, endsAt, place } = activity
  const stage = stageOf(activity, now())
  const words = wordsOf(activity)
  const query = useQuery('activity.statistics', stage === 'cancelled' ? null : { activityId })
  const numbers = query.data
  const unread = numbers ? numbers.invited - numbers.read : 0
  const act =
    stage === 'over' ? { words: '看签到表', to: routes.sheet({ activityId }) } : { words: '打开签到屏', to: routes.door({ activityId }) }
  return (
    <Card edge={stage === 'door-open' ? 'red' : stage === 'cancelled' ? 'warn' : 'good'}>
      <View className={stage === 'cancelled' ? 'warn strong' : 'soft strong'}>{stageWords[stage]}</View>
      <Title>{title}</Title>
      <Fact icon="clock" label="时间">
        {hours(startsAt, endsAt)}
      </Fact>
      <Fact icon="place" label="地点">
        {place.name}
      </Fact>
      {numbers && stage !== 'before' && (
        <View className="today-numbers">
          <View className="today-present">
            {words.came} <View className="today-figure">{numbers.present}</View> 人，{words.expected} {numbers.expected} 人
          </View>
          {numbers.leave > 0 && <View className="soft">请假 {numbers.leave} 人</View>}
        </View>
      )}
      {(stage === 'before' || stage === 'over' || (stage === 'door-open' && withDoor)) && (
        <Button icon={stage === 'over' ? 'list' : 'qr'} about={title} onPress={() => go(act.to)}>
          {act.words}
        </Button>
      )}
      {stage !== 'cancelled' && stage !== 'over' && unread > 0 && (
        <Button icon="bell" onPress={() => go(routes.receipts({ activityId }))}>
          {`还有 ${unread} 人没看通知`}
        </Button>
      )}
      <Button kind="quiet" about={title} onPress={() => go(routes.manage({ activityId }))}>
        回执、改期、取消、记录
      </Button>
    </Card>
  )
}
