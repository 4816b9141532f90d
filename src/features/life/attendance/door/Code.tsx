import { View } from '@tarojs/components'
import { groupCode } from '../../../../../core/shared/typed-code'
import { Button } from '../../../../components/Button'
import { Failure } from '../../../../components/Failure'
import { Skeleton } from '../../../../components/Loaded'
import { Notice } from '../../../../components/Notice'
import { QrCode } from '../../../../components/QrCode'
import { spoken } from '../../../../components/spoken'
import { StateChip } from '../../../../components/StateChip'
import { signInLink } from '../links'
import type { Codes } from './useCodes'
import './Code.css'

const MINUTE = 60_000

/** The rotating code, as wide as the phone; drawn here, so that it needs no network. */
export const Code = ({ activityId, codes }: { activityId: string; codes: Codes }) => {
  const { code, offline, refusal, fetchNow } = codes
  if (code === undefined) {
    if (!offline && refusal === undefined) return <Skeleton cards={1} />
    if (!offline && refusal !== undefined) return <Failure refusal={refusal} onRetry={fetchNow} />
    return (
      <Notice tone="warn" title="没有网络，签到码暂时画不出来">
        <View>照常签到：扫党员的码，或者按名字点到，连上后自动补报。</View>
        <Button icon="retry" onPress={fetchNow}>
          再试一次
        </Button>
      </Notice>
    )
  }
  return (
    <View className="door-code">
      <QrCode text={signInLink({ activityId, code })} label="签到码，请用微信扫一扫" />
      <View className="door-letters">{groupCode(code)}</View>
      <View className="soft small">用微信扫一扫签到；码每半分钟自动换</View>
    </View>
  )
}

/** Says that the door goes on without a network, and for how long the code does; in few lines, since the code must stay in sight. */
export const OfflineLine = ({ codes }: { codes: Codes }) => {
  if (codes.code === undefined) return null
  const minutes = Math.floor(codes.lasts / MINUTE)
  return (
    <View {...spoken('status')}>
      <StateChip icon="offline" tone="warn" words="没有网络，照常签到，连上后自动补报" />
      <View className="soft small">{minutes > 0 ? `这个码还能用 ${minutes} 分钟；` : '这个码快用完了；'}点名和扫党员码一直能用</View>
    </View>
  )
}
