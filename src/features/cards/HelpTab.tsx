import { View } from '@tarojs/components'
import { CallButton } from '../../components/CallButton'
import { Card, Section } from '../../components/Card'
import { Empty, Loaded } from '../../components/Loaded'
import { contactsOf, useServiceCard } from './ContactCard'

interface LineProps {
  duty: string
  name: string
  phone: string
  first?: boolean
}

const Line = ({ duty, name, phone, first = false }: LineProps) => (
  <Card>
    <View className="soft small">{duty}</View>
    <View className="title">{name}</View>
    <View>{phone}</View>
    <CallButton name={name} phone={phone} big={first} words={first ? `给${name}打电话` : '打电话'} />
  </Card>
)

/** 求助: whom to ring, nearest first. */
export const HelpTab = ({ memberId }: { memberId: string }) => {
  const query = useServiceCard(memberId)
  return (
    <>
      <View className="title">有事就打电话</View>
      <View>家里水电坏了、要看病、要用车、心里有话，都可以找他们。</View>
      <Loaded query={query}>
        {card => {
          const contacts = contactsOf(card)
          if (contacts.length === 0 && card.teams.length === 0) {
            return <Empty icon="help" title="还没有登记可以找的人" hint="支部书记登记以后，他们的电话会出现在这里。" />
          }
          return (
            <View className="stack">
              {contacts.map((contact, index) => (
                <Line key={contact.duty} {...contact} first={index === 0} />
              ))}
              {card.teams.length > 0 && (
                <Section title="服务队">
                  {card.teams.map(team => (
                    <Line key={team.teamId} duty="服务队" name={team.name} phone={team.phone} />
                  ))}
                </Section>
              )}
              {card.point?.phone && <Line duty="最近的服务点" name={card.point.name} phone={card.point.phone} />}
              <Card title="急病、火灾">
                <View>先打 120 或 119，再告诉我们。</View>
                <CallButton name="急救中心" phone="120" words="打 120" />
              </Card>
            </View>
          )
        }}
      </Loaded>
    </>
  )
}
