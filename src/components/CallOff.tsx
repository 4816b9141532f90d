import { View } from '@tarojs/components'
import { useState } from 'react'
import type { AnyRefusal } from '../platform/call'
import { useDraft } from '../platform/draft'
import { fields, text } from '../platform/shape'
import { Button } from './Button'
import { Failure } from './Failure'
import { Field } from './Field'
import { Notice } from './Notice'
import { Unfold } from './Unfold'

interface AskedProps {
  /** Under which name the reason is kept while it is being written. */
  draft: string
  question: string
  /** Who will be told. */
  explain: string
  /** Whether it can be taken back afterwards. */
  after?: string
  /** An example of a reason. */
  example: string
  refusal: AnyRefusal | undefined
  /** Does it; the reason is told to all who are concerned. */
  onYes: (reason: string) => Promise<{ ok: boolean } | undefined>
  onDone: () => Promise<unknown>
}

const isReason = fields({ reason: text })

const Asked = ({
  draft: key,
  question,
  explain,
  after = '取消以后不能恢复。',
  example,
  refusal,
  onYes,
  onDone,
  onBack,
}: AskedProps & { onBack: () => void }) => {
  const [missing, setMissing] = useState(false)
  const { draft, change, done } = useDraft(key, isReason, { reason: '' })
  const reason = draft.reason.trim()
  const press = async () => {
    setMissing(reason === '')
    if (reason === '') return
    const answer = await onYes(reason)
    if (!answer?.ok) return
    done()
    await onDone()
  }
  return (
    <Notice tone="warn" title={question}>
      <View>
        {explain}
        {after}
      </View>
      <Field
        label="为什么取消"
        value={draft.reason}
        onChange={next => change({ reason: next })}
        max={200}
        tall
        placeholder={`例如：${example}`}
        error={missing && reason === '' ? '请写一句原因，大家好知道' : undefined}
      />
      {refusal && <Failure refusal={refusal} />}
      <Button kind="danger" busyWords="正在告诉大家…" onPress={press}>
        确定取消，告诉大家
      </Button>
      <Button onPress={onBack}>不取消了</Button>
    </Notice>
  )
}

/** Calls something off that people count on: asks once, with the reason that everyone will read. */
export const CallOff = ({ words, ...asked }: AskedProps & { words: string }) => (
  <Unfold kind="danger" icon="calendar-off" words={words}>
    {close => <Asked {...asked} onBack={close} />}
  </Unfold>
)
