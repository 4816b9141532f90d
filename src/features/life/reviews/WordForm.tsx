import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import type { AnyRefusal } from '../../../platform/call'
import { useDraft } from '../../../platform/draft'
import { fields } from '../../../platform/shape'
import { isEmpty, type Said, saidShapes, WordFields } from './WordFields'

const isSaid = fields<Said>(saidShapes)

interface Props {
  /** Under which it is kept until it is sent. */
  draftKey: string
  label: string
  placeholder: string
  first: Said
  /** The words of its button. */
  send: string
  sent: string
  onSend: (said: Said) => Promise<{ ok: true } | AnyRefusal | undefined>
}

/** A word of a member to the branch, with its own button. */
export const WordForm = ({ draftKey, label, placeholder, first, send, sent, onSend }: Props) => {
  const { draft, change, done } = useDraft<Said>(draftKey, isSaid, first)
  const [busy, setBusy] = useState(false)
  const [isSent, setSent] = useState(false)
  const [refusal, setRefusal] = useState<AnyRefusal | undefined>()
  const press = async () => {
    setRefusal(undefined)
    const answer = await onSend(draft)
    if (!answer) return
    if (!answer.ok) {
      setRefusal(answer)
      return
    }
    done(draft)
    setSent(true)
  }
  const type = (part: Partial<Said>) => {
    setSent(false)
    change(part)
  }
  return (
    <View className="stack">
      <WordFields label={label} placeholder={placeholder} said={draft} onChange={type} onBusy={setBusy} />
      {refusal && <Failure refusal={refusal} onSeen={() => setRefusal(undefined)} />}
      {isSent && <Notice tone="good" title={sent} onSeen={() => setSent(false)} />}
      <Button icon="done" disabled={busy || isEmpty(draft)} busyWords="正在交…" onPress={press}>
        {send}
      </Button>
    </View>
  )
}
