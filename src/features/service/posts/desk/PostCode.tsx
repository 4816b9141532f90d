import { View } from '@tarojs/components'
import { Button } from '../../../../components/Button'
import { Failure } from '../../../../components/Failure'
import { Skeleton } from '../../../../components/Loaded'
import { QrCode } from '../../../../components/QrCode'
import { postLink } from '../links'
import { useQuery } from '../../../../platform/query'
import { useTurningCode } from '../../useTurningCode'
import './desk.css'

/** The code for coming and going, held out to the volunteers; it changes by itself. */
export const PostCode = ({ postId, onClose }: { postId: string; onClose: () => void }) => {
  const query = useQuery('post.codes', { postId })
  const code = useTurningCode(query)
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
