import { View } from '@tarojs/components'
import { StateChip } from '../../../components/StateChip'
import { useActing } from '../../people/public'
import { CallOne } from './Calls'
import { isLate, type Item, titled } from './words'

/** A promise that was not kept, said as such: to the elder with an apology, and who chases it now. */
export const Sorry = ({ item }: { item: Pick<Item, 'risk' | 'state' | 'as' | 'chaser'> }) => {
  const { chaser, as } = item
  if (!isLate(item)) return null
  return (
    <View>
      <StateChip icon="warn" tone="warn" words={as === 'elder' ? '没按时办到，对不起' : '已超时'} />
      {chaser && <View>{titled(chaser)}在催</View>}
    </View>
  )
}

/** Rings who chases it, unless it is the reader. */
export const CallChaser = ({ item, forMemberId }: { item: Pick<Item, 'requestId' | 'chaser'>; forMemberId: { forMemberId?: string } }) => {
  const own = useActing().me?.member?.memberId
  const { chaser, requestId } = item
  return chaser && chaser.memberId !== own ? <CallOne requestId={requestId} forMemberId={forMemberId} person={chaser} /> : null
}
