import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { Failure } from '../../components/Failure'
import { Field } from '../../components/Field'
import { Notice } from '../../components/Notice'
import type { Given } from '../../platform/call'
import { useDraft } from '../../platform/draft'
import { useCommand } from '../../platform/query'

interface Props {
  activity: Pick<Given<'activity.get'>, 'activityId' | 'title' | 'joined' | 'waiting'>
  onDone: () => Promise<void>
}

/** Calls an activity off: asks once, with the reason that everyone will read. */
export const Cancel = ({ activity, onDone }: Props) => {
  const { activityId, title, joined, waiting } = activity
  const [asking, setAsking] = useState(false)
  const [missing, setMissing] = useState(false)
  const { draft, change, done } = useDraft(`cancel/${activityId}`, { reason: '' })
  const cancel = useCommand('activity.cancel')
  if (!asking) {
    return (
      <Button kind="danger" icon="calendar-off" onPress={() => setAsking(true)}>
        取消这次活动
      </Button>
    )
  }
  const press = async () => {
    if (draft.reason.trim() === '') {
      setMissing(true)
      return
    }
    const answer = await cancel.run({ activityId, reason: draft.reason })
    if (!answer?.ok) return
    done()
    await onDone()
  }
  const signed = joined + waiting
  return (
    <Notice tone="warn" title={`真的要取消“${title}”吗？`}>
      <View>
        {signed > 0 ? `报了名的 ${signed} 人会马上收到通知，其他人在消息里能看到。` : '大家在消息里会看到取消的通知。'}取消以后不能恢复。
      </View>
      <Field
        label="为什么取消"
        value={draft.reason}
        onChange={reason => change({ reason })}
        max={200}
        tall
        placeholder="例如：天气不好"
        error={missing && draft.reason.trim() === '' ? '请写一句原因，大家好知道' : undefined}
      />
      {cancel.code && <Failure code={cancel.code} />}
      <Button kind="danger" busyWords="正在告诉大家…" onPress={press}>
        确定取消，告诉大家
      </Button>
      <Button onPress={() => setAsking(false)}>不取消了</Button>
    </Notice>
  )
}
