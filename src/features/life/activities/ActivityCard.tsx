import { View } from '@tarojs/components'
import { Card, Title } from '../../../components/Card'
import { DateBlock } from '../../../components/DateBlock'
import { Icon, type Tone } from '../../../components/Icon'
import type { IconName } from '../../../components/icons'
import { kindOver } from './kinds'
import { Fact } from '../../../components/Rows'
import { hours } from '../../../components/times'
import { now } from '../../../platform/clock'
import { go } from '../../../platform/go'
import { type ActivityItem, placesLeft } from './myState'
import { wordsOf } from './words'
import { routes } from '../../../../core/shared/routes'

interface Chip {
  icon: IconName
  tone: Tone
  words: string
}

const chipOf = (activity: ActivityItem): Chip | undefined => {
  const { mySignup, state } = activity
  if (state === 'cancelled') return { icon: 'calendar-off', tone: 'danger', words: '已经取消' }
  if (mySignup?.state === 'joined') return { icon: 'done', tone: 'good', words: wordsOf(activity).chip }
  if (mySignup?.state === 'waiting') return { icon: 'clock', tone: 'warn', words: `候补第 ${mySignup.position ?? 1} 位` }
  const left = placesLeft(activity)
  if (left === undefined) return undefined
  return left > 0
    ? { icon: 'people', tone: 'info', words: `还剩 ${left} 个名额` }
    : { icon: 'people', tone: 'warn', words: '名额满了，可以候补' }
}

/** What one sees of an activity in a list: its day pinned to it; a press opens its page. */
export const ActivityCard = ({ activity }: { activity: ActivityItem }) => {
  const { activityId, title, startsAt, endsAt, place, state } = activity
  const chip = chipOf(activity)
  return (
    <Card onPress={() => go(routes.activity({ id: activityId }))}>
      <View className="row">
        <DateBlock at={startsAt} faded={state === 'cancelled' || endsAt < now()} />
        <View className="grow">
          {kindOver(activity) !== '' && <View className="soft small">{kindOver(activity)}</View>}
          <Title>{title}</Title>
        </View>
        <Icon name="next" tone="soft" />
      </View>
      <Fact icon="clock">{hours(startsAt, endsAt)}</Fact>
      <Fact icon="place">{place.name}</Fact>
      {chip && (
        <View className={`chip tone-${chip.tone}`}>
          <Icon name={chip.icon} tone={chip.tone} />
          <View>{chip.words}</View>
        </View>
      )}
    </Card>
  )
}
