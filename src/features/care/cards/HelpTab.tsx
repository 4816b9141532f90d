import { View } from '@tarojs/components'
import { Title } from '../../../components/Card'
import { Loaded } from '../../../components/Loaded'
import { CardLines } from './CardLines'
import { useServiceCard } from './contacts'

/** 求助: who to call, nearest first. */
export const HelpTab = ({ memberId }: { memberId: string }) => {
  const query = useServiceCard(memberId)
  return (
    <>
      <Title>有事就打电话</Title>
      <View>家里水电坏了、要看病、要用车、心里有话，都可以找他们。</View>
      <Loaded query={query}>{card => <CardLines among card={card} />}</Loaded>
    </>
  )
}
