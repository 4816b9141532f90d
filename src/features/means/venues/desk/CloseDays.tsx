import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateOf } from '../../../../../core/shared/calendar'
import { Button } from '../../../../components/Button'
import { DateField } from '../../../../components/Dates'
import { Failure } from '../../../../components/Failure'
import { Field } from '../../../../components/Field'
import { Notice } from '../../../../components/Notice'
import { now } from '../../../../platform/clock'
import { useCommand } from '../../../../platform/query'

/** Days on which a room stays closed, or opens again; those who have booked are told. */
export const CloseDays = ({ venueId, onDone }: { venueId: string; onDone: () => void }) => {
  const today = dateOf(now())
  const [from, setFrom] = useState(today)
  const [to, setTo] = useState(today)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [said, setSaid] = useState('')
  const close = useCommand('venue.close')
  const open = useCommand('venue.open')
  const until = to < from ? from : to
  const shut = async () => {
    setTried(true)
    if (reason.trim() === '') return
    const answer = await close.run({ venueId, from, to: until, reason })
    if (answer?.ok)
      setSaid(
        `关了 ${String(answer.data.days)} 天${answer.data.cancelled > 0 ? `，取消了 ${String(answer.data.cancelled)} 次，订的人收到消息了` : ''}`,
      )
  }
  const reopen = async () => {
    const answer = await open.run({ venueId, from, to: until })
    if (answer?.ok) setSaid('这几天又开了')
  }
  const refusal = close.refusal ?? open.refusal
  return (
    <View className="stack">
      <DateField label="从哪天" value={from} from={today} onChange={setFrom} />
      <DateField label="到哪天" value={until} from={from} onChange={setTo} />
      <Field
        label="为什么"
        value={reason}
        onChange={setReason}
        max={60}
        placeholder="例如：刷墙"
        error={tried && reason.trim() === '' ? '请写一句，订了的人好知道' : undefined}
      />
      {refusal && <Failure refusal={refusal} />}
      {said !== '' && <Notice tone="good" title={said} onSeen={() => setSaid('')} />}
      <Button kind="danger" icon="calendar-off" busyWords="正在关…" onPress={shut}>
        这几天关，告诉订了的人
      </Button>
      <Button icon="retry" onPress={reopen}>
        这几天照常开
      </Button>
      <Button kind="quiet" onPress={onDone}>
        收起
      </Button>
    </View>
  )
}
