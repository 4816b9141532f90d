import { View } from '@tarojs/components'
import { Button } from '../../../../components/Button'
import { Card } from '../../../../components/Card'
import { Many } from '../../../../components/Many'
import { Fact } from '../../../../components/Rows'
import { moment } from '../../../../components/times'
import { Unfold } from '../../../../components/Unfold'
import type { Given } from '../../../../platform/call'
import { UnreadRow } from '../receipts/UnreadRow'

type Counts = NonNullable<Given<'activity.told'>['told']>

const titles = { published: '通知', changed: '改动的通知', cancelled: '取消的通知', reminded: '提醒' } as const

/** Those who get no message, each with a call. */
const ToCall = ({ call }: Pick<Counts, 'call'>) => (
  <Unfold icon="phone" words={`看要打电话的 ${String(call.length)} 人`}>
    {close => (
      <View className="stack">
        <Many items={call} keyOf={one => one.memberId} step={10}>
          {one => <UnreadRow reader={one} unreached={false} />}
        </Many>
        <Button kind="quiet" onPress={close}>
          收起
        </Button>
      </View>
    )}
  </Unfold>
)

/** How far the latest telling came, counted from what happened: whose phone rang, whose will, who finds it in the inbox, who must be called. */
export const Told = ({ told }: { told: Counts }) => {
  const { what, at, people, sent, waits, waitsUntil, inbox, call } = told
  return (
    <Card title={`${titles[what]}发到哪里了`}>
      <View className="soft small words-whole">
        {moment(at)} 共{people}人
      </View>
      {sent > 0 && <Fact icon="done">{`${String(sent)}人的微信已经弹出`}</Fact>}
      {waits > 0 && (
        <Fact icon="clock">
          {waitsUntil === undefined ? `${String(waits)}人正在发` : `${String(waits)}人夜里不打扰，等到 ${moment(waitsUntil)} 再响`}
        </Fact>
      )}
      {inbox > 0 && <Fact icon="notice">{`${String(inbox)}人的微信不会弹出，要自己打开“消息”才看得到`}</Fact>}
      {call.length > 0 && <Fact icon="phone">{`${String(call.length)}人没绑定微信，要打电话`}</Fact>}
      {call.length > 0 && <ToCall call={call} />}
    </Card>
  )
}
