import { View } from '@tarojs/components'
import { isOwed } from '../../../../core/life/activities/kinds'
import { strandWords } from '../../../../core/life/strands/kinds'
import { Card, Title } from '../../../components/Card'
import { DateBlock } from '../../../components/DateBlock'
import { Fact } from '../../../components/Rows'
import { span } from '../../../components/times'
import { kindOver } from './kinds'
import { type Activity, placesLeft } from './myState'
import { wordsOf } from './words'

const Places = ({ activity }: { activity: Activity }) => {
  const left = placesLeft(activity)
  const { none, some } = wordsOf(activity)
  if (isOwed(activity)) return <>每位党员都要参加；来不了，要请假</>
  if (left === undefined) return <>{activity.joined === 0 ? none : `已${some(activity.joined)}`}，不限人数</>
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

/** What kind it is, where its title does not say so, and what it is to its members. */
const over = (activity: Activity) => [kindOver(activity), activity.strand && strandWords[activity.strand]].filter(Boolean).join(' · ')

/** What it is, when, where and for which people: on its own page, and as its secretary looks it over before it goes out. */
export const ActivityFacts = ({ activity }: { activity: Activity }) => (
  <Card>
    <View className="row">
      <DateBlock at={activity.startsAt} faded={activity.state === 'cancelled'} />
      <View className="grow">
        <View className="soft small">{over(activity)}</View>
        <Title>{activity.title}</Title>
      </View>
    </View>
    <Fact icon="clock" label="时间">
      {span(activity.startsAt, activity.endsAt)}
    </Fact>
    <Fact icon="place" label="地点">
      {activity.place.name}
    </Fact>
    <Fact icon="people" label={wordsOf(activity).name}>
      <Places activity={activity} />
    </Fact>
    <Fact icon="home" label="哪个支部">
      {activity.branchName}
    </Fact>
    {activity.circleName && (
      <Fact icon="people" label="哪个小组">
        {activity.circleName}
      </Fact>
    )}
    {activity.theme && (
      <Fact icon="star" label="这一季的主题">
        {activity.theme}
      </Fact>
    )}
  </Card>
)

/** All of it, for the voice that reads it. */
export const readOut = ({ title, startsAt, endsAt, place, body, parts }: Activity): string =>
  [title, span(startsAt, endsAt), `地点：${place.name}`, body, ...parts].filter(Boolean).join('。\n')

/** The words of the notice and its agenda. */
export const ActivityBody = ({ activity }: { activity: Activity }) => (
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
  </>
)
