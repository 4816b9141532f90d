import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '../../../../components/Button'
import { Failure } from '../../../../components/Failure'
import { Skeleton } from '../../../../components/Loaded'
import { QrCode } from '../../../../components/QrCode'
import { now } from '../../../../platform/clock'
import { postLink } from '../links'
import { useQuery } from '../../../../platform/query'
import { keepLit } from '../../../../platform/screen'
import { useRepeat, useVisible } from '../../../../platform/visible'
import './desk.css'

/** New codes are fetched long before the last is used up. */
const REFRESH_MS = 97_000
/** The picture follows the codes, each of which lasts half a minute. */
const REDRAW_MS = 1_000
/** Shown so much later than the cloud turns to it: a code already past is still good, one not yet begun is not. */
const LAG_MS = 3_000

/** The code for coming and going, held out to the volunteers; it changes by itself. */
export const PostCode = ({ postId, onClose }: { postId: string; onClose: () => void }) => {
  const query = useQuery('post.codes', { postId })
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
    <>
      {code === undefined && query.refusal === undefined && <Skeleton cards={1} />}
      {query.refusal !== undefined && <Failure refusal={query.refusal} onRetry={query.reload} />}
      {code !== undefined && (
        <View className="post-code">
          <QrCode text={postLink({ postId, code })} label="签到签退码，请用微信扫一扫" />
          <View className="soft small">来的时候扫一次签到，走的时候再扫一次签退；码自己会换</View>
        </View>
      )}
      <Button kind="quiet" onPress={onClose}>
        收起签到码
      </Button>
    </>
  )
}
