import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Skeleton } from '../../../components/Loaded'
import { QrCode } from '../../../components/QrCode'
import { now } from '../../../platform/clock'
import { useQuery } from '../../../platform/query'
import { keepLit } from '../../../platform/screen'
import { useRepeat, useVisible } from '../../../platform/visible'
import { musterLink } from './links'

/** New codes are fetched long before the last is used up. */
const REFRESH_MS = 97_000
const REDRAW_MS = 1_000
/** Shown so much later than the cloud turns to it: a code already past is still good, one not yet begun is not. */
const LAG_MS = 3_000

interface Props {
  musterId: string
  /** The cell it is held out at. */
  slot?: string | undefined
  onClose: () => void
}

/** The code of the roll-call, held out to those who come; it changes by itself. */
export const RollCode = ({ musterId, slot, onClose }: Props) => {
  const query = useQuery('muster.codes', { musterId })
  const visible = useVisible()
  const [, redraw] = useState(0)
  useRepeat(query.reload, REFRESH_MS, visible)
  useRepeat(() => redraw(count => count + 1), REDRAW_MS, visible)
  useEffect(() => {
    keepLit(visible)
    return () => keepLit(false)
  }, [visible])
  const codes = query.data?.codes ?? []
  const at = Math.max(now() - LAG_MS, codes[0]?.from ?? 0)
  const code = codes.find(one => at >= one.from && at < one.to)?.code
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
