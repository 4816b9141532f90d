import { View } from '@tarojs/components'
import { circleWords } from '../../../../core/life/circles/kinds'
import { routes } from '../../../../core/shared/routes'
import { Card, Section, Title } from '../../../components/Card'
import { Fold } from '../../../components/Fold'
import { Fact, LinkRow } from '../../../components/Rows'
import { span } from '../../../components/times'
import { go } from '../../../platform/go'
import type { Circle } from './words'

/** What it is, when and where it meets, who teaches, who is in it. */
export const CircleFacts = ({ circle }: { circle: Circle }) => (
  <Card>
    <View className="soft small">{circleWords[circle.kind]}</View>
    <Title>{circle.name}</Title>
    {circle.words !== '' && (
      <Fact icon="clock" label="什么时候、在哪里">
        {circle.words}
      </Fact>
    )}
    {circle.teacher !== '' && (
      <Fact icon="me" label="谁来教">
        {circle.teacher}
      </Fact>
    )}
    <Fact icon="home" label="哪里办的">
      {`${circle.orgName}${circle.open ? '，邻近支部的同志也可以来' : ''}`}
    </Fact>
    {circle.members.length > 0 && (
      <Fold title={`小组的人 ${String(circle.people)} 位`}>
        {() => <View>{circle.members.map(one => (one.organizer ? `${one.name}（组织）` : one.name)).join('、')}</View>}
      </Fold>
    )}
  </Card>
)

/** Its own activities that are not over. */
export const Coming = ({ circle }: { circle: Circle }) =>
  circle.coming.length === 0 ? null : (
    <Section title="接下来的活动">
      {circle.coming.map(one => (
        <LinkRow
          key={one.activityId}
          icon="calendar"
          words={one.title}
          note={`${span(one.startsAt, one.endsAt)} · ${one.place}`}
          onPress={() => go(routes.activity({ id: one.activityId }))}
        />
      ))}
    </Section>
  )
