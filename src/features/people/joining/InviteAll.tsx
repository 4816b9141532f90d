import { View } from '@tarojs/components'
import { Title } from '../../../components/Card'
import { routes } from '../../../../core/shared/routes'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Loaded } from '../../../components/Loaded'
import { Many } from '../../../components/Many'
import { Notice } from '../../../components/Notice'
import { ShareButton } from '../../../components/OpenButtons'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import { type ShareCard, useShareCard } from '../../../platform/share'
import { useRepeat, useVisible } from '../../../platform/visible'
import { Button } from '../../../components/Button'
import { invitePicture } from '../identity/invitePicture'
import { usePhoneBinding } from '../identity/session'
import { LeftRow } from './LeftRow'

/** How often the list looks for who has come meanwhile. */
const LOOK_EACH_MS = 20_000

interface Props {
  branchId: string
  branchName: string
}

/** Who has not bound yet, each with a reminder by card, by call or by the family. */
const Left = ({ branchId, card }: { branchId: string; card: ShareCard }) => {
  const query = useQuery('joining.left', { branchId })
  const { items, more, refusal } = usePages(query, cursor => call('joining.left', { branchId, cursor }))
  useRepeat(query.reload, LOOK_EACH_MS, useVisible())
  return (
    <Loaded query={query} cards={3}>
      {({ members, bound }) => (
        <View className="stack">
          <View className="strong">
            {members} 位同志，{bound} 位绑定了{members > bound ? `，还有 ${String(members - bound)} 位` : ''}
          </View>
          {members === bound ? (
            <Notice tone="good" title="全支部都绑定了" />
          ) : (
            <Many items={items} keyOf={one => one.memberId}>
              {one => <LeftRow person={one} card={card} />}
            </Many>
          )}
          {refusal && <Failure refusal={refusal} />}
          {more && <Button onPress={more}>再看后面的同志</Button>}
        </View>
      )}
    </Loaded>
  )
}

/** 邀请全支部: one card for the branch's chat, by which each binds with their number; and who is left. */
export const InviteAll = ({ branchId, branchName }: Props) => {
  const phoneIsAWay = usePhoneBinding()
  const query = useQuery('joining.card', { branchId })
  const fresh = useCommand('joining.card')
  const card: ShareCard = {
    title: `${branchName}：请点开，用手机号绑定`,
    route: query.data ? routes.bind({ branch: query.data.token }) : routes.home(),
    picture: invitePicture(branchName, '请同志们绑定“常青365”', '点开，用手机号绑定'),
  }
  useShareCard(card)
  const renew = async () => {
    const answer = await fresh.run({ branchId, fresh: true })
    if (answer?.ok) await query.reload()
  }
  return (
    <Screen main={phoneIsAWay && query.data && <ShareButton big words="发到支部微信群" card={card} />}>
      <View>
        <Title>邀请全支部</Title>
        <View className="soft">
          {phoneIsAWay
            ? '大家在群里点开卡片，用手机号绑定。不用邀请码。'
            : '这里没有开通用手机号绑定。请在花名册里点开名字，一位一位给邀请码。'}
        </View>
      </View>
      {query.refusal && <Failure refusal={query.refusal} onRetry={query.reload} />}
      <Left branchId={branchId} card={card} />
      <LinkRow icon="people" words="请您加进名册的同志" note="号码在名册里没有的" onPress={() => go(routes.joining())} />
      {fresh.refusal && <Failure refusal={fresh.refusal} onSeen={fresh.forget} />}
      <Confirm
        question="换一张新卡片吗？"
        explain="以前发出去的卡片就点不开了。卡片传到了支部外面，可以换一张。已经绑定的同志不受影响。"
        yes="是，换一张"
        no="不换"
        onYes={renew}
      >
        换一张新卡片
      </Confirm>
    </Screen>
  )
}
