import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { CallButton } from '../../../components/CallButton'
import { Card, Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Skeleton } from '../../../components/Loaded'
import { Portrait } from '../../../components/Portrait'
import { moment } from '../../../components/times'
import { go } from '../../../platform/go'
import { askToTell } from '../../../platform/subscribe'
import { contactsOf, useServiceCard } from './contacts'
import './ContactCard.css'
import { routes } from '../../../../core/shared/routes'

interface Props {
  memberId: string
  /** The reader holds an office, and need not be told to ask the secretary. */
  officer: boolean
}

/** 亲情服务卡 on the first screen: who looks after me, one tap to ring; the numbers are there without network too. */
export const ContactCard = ({ memberId, officer }: Props) => {
  const { data: card, refusal, keptAt, reload } = useServiceCard(memberId)
  if (!card) return refusal === undefined ? <Skeleton cards={1} /> : <Failure refusal={refusal} onRetry={reload} />
  const [nearest, ...others] = contactsOf(card)
  if (!nearest) return officer ? null : <Card title="还没有联络员">请支部书记给您安排一位。</Card>
  const open = async () => {
    await askToTell(['pairing-news', 'celebration'])
    go(routes.card({ memberId }))
  }
  return (
    <Card>
      <View className="contact">
        <View className="row contact-who">
          <Portrait name={nearest.name} fileId={nearest.portrait} />
          <View className="grow">
            <View className="soft small">{nearest.duty}</View>
            <Title>{nearest.name}</Title>
          </View>
        </View>
        <View className="contact-call">
          <CallButton name={nearest.name} phone={nearest.phone} />
        </View>
      </View>
      {keptAt !== undefined && <View className="soft small">现在没有网络，电话照样能打。这是{moment(keptAt)}的卡。</View>}
      {others.length > 0 && (
        <Button kind="quiet" icon="id-card" onPress={open}>
          看整张服务卡
        </Button>
      )}
    </Card>
  )
}
