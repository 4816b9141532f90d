import { View } from '@tarojs/components'
import { routes } from '../../../../core/shared/routes'
import { sayDay } from '../../../../core/shared/spans'
import { BigButton } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { Standing } from './Standing'

/** A partner unit's own page: what it promised the branch, what was done, what is due. */
export const PartnerPage = ({ code }: { code: string | undefined }) => {
  const query = useQuery('pledge.open', code === undefined ? null : { code })
  const home = <BigButton onPress={() => go(routes.home())}>去看看常青365</BigButton>
  if (code === undefined || query.refusal?.code === 'NOT_FOUND')
    return (
      <Screen main={home}>
        <Empty icon="hand" title="这张卡片打不开了" hint="支部可能换了一张新的，请联系支部书记再转发一次。" />
      </Screen>
    )
  return (
    <Screen main={home}>
      <Loaded query={query} cards={2}>
        {({ partnerName, branchName, year, ended, items }) => (
          <View className="stack">
            <View>
              <Title>{partnerName}</Title>
              <View className="soft">{`和${branchName}共建，${String(year)}年`}</View>
            </View>
            {ended && <Notice tone="info" title="共建已经结束，谢谢你们" />}
            {items.length === 0 && <Empty icon="hand" title="还没有登记承诺" hint="支部登记以后，这里会列出做什么、办了多少。" />}
            {items.map(one => (
              <Card key={one.pledgeId} title={one.what}>
                <Standing shown={one} />
                {one.acts.map((act, index) => (
                  <View key={`${act.on}${String(index)}`}>{`${sayDay(act.on)} ${act.title === '' ? '办了一次' : act.title}`}</View>
                ))}
              </Card>
            ))}
            <View className="soft">办过的没有记上？请告诉支部书记。</View>
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
