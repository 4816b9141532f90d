import { View } from '@tarojs/components'
import { IconButton } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { spoken } from '../../../components/spoken'
import { Failure } from '../../../components/Failure'
import { Skeleton } from '../../../components/Loaded'
import { Portrait } from '../../../components/Portrait'
import { moment } from '../../../components/times'
import { go } from '../../../platform/go'
import { dial } from '../../../platform/phone'
import { askToTell } from '../../../platform/subscribe'
import { contactsOf, useServiceCard } from './contacts'
import { routes } from '../../../../core/shared/routes'

interface Props {
  memberId: string
  /** The reader holds an office, and need not be told to ask the secretary. */
  officer: boolean
  /** Whose card it is, where it is not the reader's own: 王建国同志. */
  whose?: string | undefined
}

/** 亲情服务卡 on the first screen: who looks after me, one tap to ring; the numbers are there without network too. */
export const ContactCard = ({ memberId, officer, whose }: Props) => {
  const { data: card, refusal, keptAt, reload } = useServiceCard(memberId)
  if (!card) return refusal === undefined ? <Skeleton cards={1} /> : <Failure refusal={refusal} onRetry={reload} />
  const [nearest] = contactsOf(card)
  if (!nearest) return officer ? null : <Card title="还没有联络员">请支部书记给您安排一位。</Card>
  const open = async () => {
    await askToTell(['pairing-news', 'celebration'])
    go(routes.card({ memberId }))
  }
  const { name, duty, phone, portrait } = nearest
  return (
    <Card>
      <View className="row">
        <View className="grow row" hoverClass="card-pressed" onClick={open} {...spoken('button')}>
          <Portrait name={name} fileId={portrait} />
          <View className="grow">
            <View className="soft small">
              {whose ? `${whose}的` : ''}
              {duty}
            </View>
            <View className="title">{name}</View>
          </View>
        </View>
        <IconButton icon="phone" label={`打电话：${name}`} onPress={() => dial(phone)} />
      </View>
      {keptAt !== undefined && <View className="soft small">现在没有网络，电话照样能打。这是{moment(keptAt)}的卡。</View>}
    </Card>
  )
}
