import { View } from '@tarojs/components'
import { BigButton, Button } from '../../../components/Button'
import { CallNumbers } from '../roster/CallMember'
import { Empty, Loaded } from '../../../components/Loaded'
import { Screen } from '../../../components/Screen'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { useShareCard } from '../../../platform/share'
import { shareOf } from './share'
import { ByBranch, type Content, Shown } from './Shown'
import { routes } from '../../../../core/shared/routes'

const Home = () => <BigButton onPress={() => go(routes.home())}>去看看常青365</BigButton>

const Nothing = ({ title, hint }: { title: string; hint: string }) => (
  <Screen main={<Home />}>
    <Empty icon="id-card" title={title} hint={hint} />
  </Screen>
)

const numberOf = (code: string) => async () => {
  const answer = await call('publicCard.phone', { code })
  return answer.ok ? { ok: true as const, data: { phones: [answer.data.phone], emergency: [] } } : answer
}

const Open = ({ code, card }: { code: string; card: Content }) => {
  useShareCard(shareOf(card, code))
  const byPhone = card.reach === 'phone'
  return (
    <Screen main={byPhone ? <CallNumbers big name={card.name} words="打电话" ask={numberOf(code)} /> : <Home />}>
      <Shown card={card} reach={byPhone ? null : <ByBranch branchName={card.branchName} />} />
      {byPhone && <View className="soft">按下面的按钮就能打给{card.name}。</View>}
      {byPhone && (
        <Button kind="quiet" onPress={() => go(routes.home())}>
          去看看常青365
        </Button>
      )}
    </Screen>
  )
}

/** A member's public card, opened by a link or a code, by strangers too. */
export const PublicCard = ({ code }: { code: string | undefined }) => {
  const query = useQuery('publicCard.get', code === undefined ? null : { code })
  if (code === undefined) return <Nothing title="没有找到这张卡片" hint="请再扫一次，或者请对方重新转发给您。" />
  const { data } = query
  // A phone must not go on showing what was taken back: without the network there is no card.
  if (!data || query.keptAt !== undefined) {
    return (
      <Screen>
        <Loaded query={{ ...query, data: undefined }} cards={1}>
          {() => null}
        </Loaded>
      </Screen>
    )
  }
  if (data.state === 'withdrawn') return <Nothing title="这张卡片收起来了" hint="主人暂时不公开了。要找人，请到支部问一问。" />
  return <Open code={code} card={data.card} />
}
