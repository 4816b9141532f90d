import { View } from '@tarojs/components'
import { CallButton } from '../../components/CallButton'
import { Card } from '../../components/Card'
import { Loaded } from '../../components/Loaded'
import type { Given } from '../../platform/call'
import { useQuery } from '../../platform/query'
import './ContactCard.css'

type ServiceCard = Given<'card.get'>
export interface Contact {
  duty: string
  name: string
  phone: string
}

/** The people whose duty it is to answer, nearest first. */
export const contactsOf = ({ liaison, groupLeader, secretary }: ServiceCard): Contact[] => [
  ...(liaison ? [{ ...liaison, duty: '联络员' }] : []),
  ...(groupLeader ? [{ ...groupLeader, duty: '党小组长' }] : []),
  ...(secretary ? [{ ...secretary, duty: '支部书记' }] : []),
]

/** The member's service card, asked for whoever is being helped. */
export const useServiceCard = (memberId: string) => useQuery('card.get', { memberId })

interface Props {
  memberId: string
  /** Holds an office: whoever looks after others need not be told to ask the secretary for somebody. */
  officer: boolean
}

/** 亲情服务卡 on the first screen: who looks after me, one tap to ring. */
export const ContactCard = ({ memberId, officer }: Props) => {
  const query = useServiceCard(memberId)
  return (
    <Loaded query={query} cards={1}>
      {card => {
        const nearest = contactsOf(card)[0]
        if (!nearest) return officer ? null : <Card title="还没有联络员">请支部书记给您安排一位。</Card>
        return (
          <Card>
            <View className="contact">
              <View className="row contact-who">
                <View className="portrait">{nearest.name.slice(0, 1)}</View>
                <View className="grow">
                  <View className="soft small">{nearest.duty}</View>
                  <View className="title">{nearest.name}</View>
                </View>
              </View>
              <View className="contact-call">
                <CallButton name={nearest.name} phone={nearest.phone} />
              </View>
            </View>
          </Card>
        )
      }}
    </Loaded>
  )
}
