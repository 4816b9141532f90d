import { View } from '@tarojs/components'
import { LinkRow } from '../../components/Rows'
import { Screen } from '../../components/Screen'
import { go } from '../../platform/go'
import { DeskList, laneOf } from './DeskList'
import { pages } from './pages'

interface Props {
  orgId: string
  orgName: string
  lane: string | undefined
}

/** A branch's requests, the exceptions first; one tap to each, to ring, to give to somebody. */
export const RequestDesk = ({ orgId, orgName, lane }: Props) => (
  <Screen>
    <View className="soft">{orgName}</View>
    <DeskList orgId={orgId} first={laneOf(lane)} />
    <LinkRow icon="help" words="替一位同志求助" onPress={() => go('/service/ask/index')} />
    <LinkRow
      icon="chart"
      words="本支部求助的数"
      note="兑现率、用时、导出 Excel"
      onPress={() => go(pages.board({ orgId, name: orgName }))}
    />
  </Screen>
)
