import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Loaded } from '../../../components/Loaded'
import { moment } from '../../../components/times'
import { call } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useQuery } from '../../../platform/query'

/** 谁看过她的资料: who looked at a person's numbers or took them along in a sheet, newest first. */
export const Looks = ({ memberId, them }: { memberId: string; them: string }) => {
  const query = useQuery('roster.looks', { memberId })
  const pages = usePages(query, cursor => call('roster.looks', { memberId, cursor }))
  return (
    <Loaded query={query}>
      {() => (
        <Card title={`谁看过${them}的资料`}>
          {pages.items.length === 0 && <View className="soft">还没有人看过电话，也没有人导出过。</View>}
          {pages.items.map(({ at, by, what }, index) => (
            <View key={`${at} ${index}`}>
              <View className="soft small">{moment(at)}</View>
              <View>
                {by || '没有绑定的人'}
                {what}
              </View>
            </View>
          ))}
          {pages.refusal && <Failure refusal={pages.refusal} />}
          {pages.more && <Button onPress={pages.more}>看更早的</Button>}
        </Card>
      )}
    </Loaded>
  )
}
