import { View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import { Empty, Loaded } from '../../../components/Loaded'
import { Screen } from '../../../components/Screen'
import { StateChip } from '../../../components/StateChip'
import { useQuery } from '../../../platform/query'
import { sayBenefit } from '../../../../core/care/benefits/kinds'
import { stateLook } from './words'
import type { ReactNode } from 'react'
import { sayDay } from '../../../../core/shared/spans'

/** One's own benefits in plain words; a family helper reads the elder's. */
export const MyBenefits = ({ forMemberId, head }: { forMemberId: { forMemberId?: string }; head: ReactNode }) => {
  const query = useQuery('benefit.mine', forMemberId)
  return (
    <Screen>
      {head}
      <Loaded query={query}>
        {({ items }) => (
          <View className="stack">
            {items.length === 0 && (
              <Empty icon="wallet" title="这里会列出您的体检、报销、津贴" hint="现在没有要办的。有疑问请给支部打电话。" />
            )}
            {items.map(one => (
              <Card key={`${one.kind}:${one.period}`} title={sayBenefit(one.kind, one.period)}>
                <View className="soft">{one.plain}</View>
                <StateChip {...stateLook[one.state]} />
                {one.state === 'done' && one.doneOn !== undefined && <View>{sayDay(one.doneOn)}办的</View>}
                {one.state === 'due' && <View>{sayDay(one.due)}前办好就行</View>}
                {one.state === 'overdue' && <View>没办也不要紧，请给联络员或者支部打个电话。</View>}
              </Card>
            ))}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
