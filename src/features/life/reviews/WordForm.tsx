import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import type { AnyRefusal } from '../../../platform/call'
import { useDraft } from '../../../platform/draft'
import { fields } from '../../../platform/shape'
import { isEmpty, type Said, saidShapes, WordFields } from './WordFields'

const isSaid = fields<Said>(saidShapes)

interface Asked {
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

/** A word that is being written: its fields, and the button that sends it, as the red one of the page or beside others. */
export const useWord = ({
  draftKey,
  label,
  placeholder,
  first,
  send,
  sent,
  onSend,
}: Asked): { form: ReactNode; main: ReactNode; button: ReactNode } => {
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
  const still = busy || isSent || isEmpty(draft)
  const form = (
    <View className="stack">
      <WordFields label={label} placeholder={placeholder} said={draft} onChange={type} onBusy={setBusy} />
      {refusal && <Failure refusal={refusal} onSeen={() => setRefusal(undefined)} />}
      {isSent && <Notice tone="good" title={sent} />}
    </View>
  )
  return {
    form,
    main: (
      <BigButton icon="done" disabled={still} busyWords="正在交…" onPress={press}>
        {isSent ? '交上了 ✓' : send}
      </BigButton>
    ),
    button: (
      <Button icon="done" disabled={still} busyWords="正在交…" onPress={press}>
        {send}
      </Button>
    ),
  }
}

/** A word with its own button, beside others on a page. */
export const WordForm = (asked: Asked) => {
  const { form, button } = useWord(asked)
  return (
    <View className="stack">
      {form}
      {button}
    </View>
  )
}
