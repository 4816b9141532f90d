import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Skeleton } from '../../../components/Loaded'
import { QrCode } from '../../../components/QrCode'
import { useQuery } from '../../../platform/query'
import { useTurningCode } from '../useTurningCode'
import { musterLink } from './links'

interface Props {
  musterId: string
  /** The cell it is held out at. */
  slot?: string | undefined
  onClose: () => void
}

/** The code of the roll-call, held out to those who come; it changes by itself. */
export const RollCode = ({ musterId, slot, onClose }: Props) => {
  const query = useQuery('muster.codes', { musterId })
  const code = useTurningCode(query)
  return (
    <View className="stack">
      {code === undefined && query.refusal === undefined && <Skeleton cards={1} />}
      {query.refusal !== undefined && <Failure refusal={query.refusal} onRetry={query.reload} />}
      {code !== undefined && (
        <View className="muster-code stack">
          <QrCode text={musterLink({ musterId, code, slot })} label="集结签到码，请用微信扫一扫" />
          <View className="soft small">来的同志扫一扫就算到了；码自己会换</View>
        </View>
      )}
      <Button kind="quiet" onPress={onClose}>
        收起签到码
      </Button>
    </View>
  )
}
