import { View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import { Icon } from '../../../components/Icon'
import { StateChip } from '../../../components/StateChip'
import { go } from '../../../platform/go'
import { sayDue, sayLate } from './due'
import { type CareItem, sayKinds, sayRung, sayWhere } from './words'
import { routes } from '../../../../core/shared/routes'

interface Props {
  item: CareItem
  /** Among people of several branches. */
  wide?: boolean
  /** One's own people: who looks after them is known. */
  mine?: boolean
}

/** One elder: what is late in red with its words, else by when the next is due. */
export const CareRow = ({ item, wide = false, mine = false }: Props) => {
  const { name, late, daysLate, memberId } = item
  const where = mine ? (item.groupName ?? '') : sayWhere(item, wide)
  const state = late.length > 0 ? `${sayLate(item)}，超期${String(daysLate)}天` : sayDue(item)
  return (
    <Card onPress={() => go(routes.carePerson({ memberId }))} {...(late.length > 0 ? { edge: 'red' as const } : {})}>
      <View className="row">
        <View className="grow strong">{name}</View>
        <View className="soft small">{sayKinds(item)}</View>
        <Icon name="next" tone="soft" />
      </View>
      {late.length > 0 ? <StateChip icon="alert" tone="danger" words={state} /> : <View>{state}</View>}
      <View className="soft small">{[where, late.length > 0 ? sayRung(item) : ''].filter(Boolean).join(' · ')}</View>
    </Card>
  )
}
