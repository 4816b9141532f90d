import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'

interface Props {
  postId: string
  title: string
  /** How many people it concerns. */
  people: number
  onDone: () => Promise<unknown>
}

/** Calls a whole post off: asks once, with the reason that everyone will read. */
export const CancelPost = ({ postId, title, people, onDone }: Props) => {
  const [asking, setAsking] = useState(false)
  const [missing, setMissing] = useState(false)
  const { draft, change, done } = useDraft(`post-cancel/${postId}`, { reason: '' })
  const cancel = useCommand('post.cancel')
  if (!asking) {
    return (
      <Button kind="danger" icon="calendar-off" onPress={() => setAsking(true)}>
        取消整个岗位
      </Button>
    )
  }
  const press = async () => {
    const reason = draft.reason.trim()
    setMissing(reason === '')
    if (reason === '') return
    const answer = await cancel.run({ postId, reason })
    if (!answer?.ok) return
    done()
    await onDone()
  }
  return (
    <Notice tone="warn" title={`真的要取消“${title}”吗？`}>
      <View>{people > 0 ? `认领和候补的 ${people} 人会马上收到通知。` : '还没有人认领。'}取消以后不能恢复。</View>
      <Field
        label="为什么取消"
        value={draft.reason}
        onChange={reason => change({ reason })}
        max={200}
        tall
        placeholder="例如：下大雨"
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
