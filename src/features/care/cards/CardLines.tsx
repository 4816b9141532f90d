import { View } from '@tarojs/components'
import { CallButton } from '../../../components/CallButton'
import { Card, Section, Title } from '../../../components/Card'
import { Empty } from '../../../components/Loaded'
import { Portrait } from '../../../components/Portrait'
import { LinkRow } from '../../../components/Rows'
import { routes } from '../../../../core/shared/routes'
import { sayDayRuns } from '../../../../core/shared/spans'
import { go } from '../../../platform/go'
import { contactsOf, type ServiceCard } from './contacts'

interface LineProps {
  duty: string
  name: string
  phone: string
  portrait?: string | undefined
  first?: boolean
}

const Line = ({ duty, name, phone, portrait, first = false }: LineProps) => (
  <Card>
    <View className="row">
      <Portrait large name={name} fileId={portrait} />
      <View className="grow">
        <View className="soft small">{duty}</View>
        <Title>{name}</Title>
      </View>
    </View>
    <View className="number">{phone}</View>
    <CallButton name={name} phone={phone} big={first} words={first ? `给${name}打电话` : '打电话'} />
  </Card>
)

const distance = (metres: number) =>
  metres < 1000 ? `约 ${Math.max(50, Math.round(metres / 50) * 50)} 米` : `约 ${(metres / 1000).toFixed(1)} 公里`

const Point = ({ point }: { point: NonNullable<ServiceCard['point']> }) => (
  <Section title="最近的服务点">
    <Card title={point.name}>
      {point.metres !== undefined && <View className="soft">离家{distance(point.metres)}</View>}
      {point.phone !== undefined && (
        <>
          <View className="number">{point.phone}</View>
          <CallButton name={point.name} phone={point.phone} />
        </>
      )}
    </Card>
  </Section>
)

const Station = ({
  station: { stationId, name, open, metres, hours, onDuty, closedSoon },
}: {
  station: NonNullable<ServiceCard['station']>
}) => (
  <Section title={open ? '现在开着的服务站' : '最近的服务站'}>
    <LinkRow
      icon="place"
      words={name}
      note={[
        metres === undefined ? '' : `离家${distance(metres)}`,
        open ? `开到${hours.to}` : `${hours.from}到${hours.to}`,
        onDuty.length === 0 ? '' : `今天${onDuty.join('、')}值班`,
        closedSoon.length === 0 ? '' : `${sayDayRuns(closedSoon)}不开门`,
      ]
        .filter(Boolean)
        .join(' · ')}
      onPress={() => go(routes.station({ id: stationId }))}
    />
  </Section>
)

interface Props {
  card: ServiceCard
  /** Among other things on a page, whose main act is another. */
  among?: boolean
}

/** Everyone on a service card, nearest first, each one tap from being rung. */
export const CardLines = ({ card, among = false }: Props) => {
  const contacts = contactsOf(card)
  if (contacts.length === 0 && card.teams.length === 0) {
    return <Empty icon="help" title="还没有登记可以找的人" hint="支部书记登记以后，他们的电话会出现在这里。" />
  }
  return (
    <View className="stack">
      {contacts.map((contact, index) => (
        <Line key={contact.duty} {...contact} first={index === 0 && !among} />
      ))}
      {card.teams.length > 0 && (
        <Section title="服务队">
          {card.teams.map(team => (
            <Line key={team.teamId} duty={team.name} name={team.contact} phone={team.phone} />
          ))}
        </Section>
      )}
      {card.station ? <Station station={card.station} /> : card.point && <Point point={card.point} />}
      {!among && (
        <Card title="急病、火灾">
          <View>先打 120 或 119，再告诉我们。</View>
          <CallButton name="急救中心" phone="120" words="打 120" />
        </Card>
      )}
    </View>
  )
}
