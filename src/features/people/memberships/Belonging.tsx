import { View } from '@tarojs/components'
import { sayDate } from '../../../../core/people/roster/date-words'
import { routes } from '../../../../core/shared/routes'
import { Card } from '../../../components/Card'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { StateChip } from '../../../components/StateChip'
import type { Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { ActingFor, type KnownActing } from '../identity/Known'

type Interval = Given<'membership.list'>['items'][number]

const fromOn = (since: string | null) => (since === null ? '很早就在' : `${sayDate(since)}起`)
const spanOf = ({ since, until }: Interval) => `${since === null ? '很早' : sayDate(since)}${until === null ? '起' : `至${sayDate(until)}`}`

const Home = ({ branchName, since }: Interval) => (
  <Card title={branchName} edge="red">
    <StateChip icon="home" tone="ink" words="我的支部" />
    <View>{fromOn(since)}</View>
    <View className="soft">组织关系、党费、表决都在这里。</View>
  </Card>
)

const Beside = ({ branchName, since }: Interval) => (
  <Card title={branchName}>
    <StateChip icon="people" tone="ink" words="也参加这里的活动" />
    <View>{fromOn(since)}</View>
    <View className="soft">这里的通知您也会收到；参加了，两边都算。</View>
  </Card>
)

/** 我的组织关系: the branch one belongs to, those one takes part in too, a letter on its way, and what was before. */
export const Belonging = ({ acting }: { acting: KnownActing }) => {
  const query = useQuery('membership.list', acting.forMemberId)
  return (
    <Screen>
      <ActingFor acting={acting} />
      <Loaded query={query} cards={2}>
        {({ memberId, items, transfer }) => {
          const now = items.filter(one => one.until === null)
          const before = items.filter(one => one.until !== null)
          return (
            <View className="stack">
              {transfer && (
                <Notice tone="info" title={`正在转往${transfer.toName}`}>
                  <View>{`${sayDate(transfer.startedOn)}开了介绍信，等对方接收。您不用做什么，接收了会告诉您。`}</View>
                </Notice>
              )}
              {now.map(one => (one.kind === 'primary' ? <Home key={one.branchId} {...one} /> : <Beside key={one.branchId} {...one} />))}
              {now.length === 0 && <View className="soft">这里还没有登记您的组织关系，请问一问支部书记。</View>}
              <LinkRow icon="star-full" words="我的荣誉" note="证书和荣誉墙" onPress={() => go(routes.myHonours())} />
              <LinkRow icon="award" words="我的特长" note="会做什么，愿意教什么" onPress={() => go(routes.talent())} />
              <LinkRow icon="home" words="我要外出住一段" note="告诉支部怎么找您" onPress={() => go(routes.away({ memberId }))} />
              {before.length > 0 && (
                <Card title="以前">
                  {before.map((one, index) => (
                    <View key={`${one.branchId}${String(index)}`}>
                      <View>{one.kind === 'primary' ? one.branchName : `${one.branchName}（参加活动）`}</View>
                      <View className="soft small">{spanOf(one)}</View>
                    </View>
                  ))}
                </Card>
              )}
            </View>
          )
        }}
      </Loaded>
    </Screen>
  )
}
