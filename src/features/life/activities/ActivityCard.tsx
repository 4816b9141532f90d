import { View } from '@tarojs/components'
import { Card, Title } from '../../../components/Card'
import { Icon, type Tone } from '../../../components/Icon'
import type { IconName } from '../../../components/icons'
import { kindOver } from './kinds'
import { Fact } from '../../../components/Rows'
import { span } from '../../../components/times'
import { go } from '../../../platform/go'
import { type ActivityItem, placesLeft } from './myState'
import { routes } from '../../../../core/shared/routes'

interface Chip {
  icon: IconName
  tone: Tone
  words: string
}

const chipOf = (activity: ActivityItem): Chip | undefined => {
  const { mySignup, state } = activity
  if (state === 'cancelled') return { icon: 'calendar-off', tone: 'danger', words: '已经取消' }
  if (mySignup?.state === 'joined') return { icon: 'done', tone: 'good', words: '您已报名' }
  if (mySignup?.state === 'waiting') return { icon: 'clock', tone: 'warn', words: `候补第 ${mySignup.position ?? 1} 位` }
  const left = placesLeft(activity)
  if (left === undefined) return undefined
  return left > 0
    ? { icon: 'people', tone: 'info', words: `还剩 ${left} 个名额` }
    : { icon: 'people', tone: 'warn', words: '名额满了，可以候补' }
}

/** What one sees of an activity in a list; a press opens its page. */
export const ActivityCard = ({ activity }: { activity: ActivityItem }) => {
  const chip = chipOf(activity)
  return (
    <Card onPress={() => go(routes.activity({ id: activity.activityId }))}>
      <View className="row">
        <View className="grow">
          {kindOver(activity) !== '' && <View className="soft small">{kindOver(activity)}</View>}
          <Title>{activity.title}</Title>
        </View>
        <Icon name="next" tone="soft" />
      </View>
      <Fact icon="clock">{span(activity.startsAt, activity.endsAt)}</Fact>
      <Fact icon="place">{activity.place.name}</Fact>
      {chip && (
        <View className={`chip tone-${chip.tone}`}>
          <Icon name={chip.icon} tone={chip.tone} />
          <View>{chip.words}</View>
        </View>
      )}
    </Card>
  )
}
