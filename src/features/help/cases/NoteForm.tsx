import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { useCommand } from '../../../platform/query'

/** Writes down how a talk went. What is typed is not kept on the phone. */
export const NoteForm = ({ caseId, onWritten }: { caseId: string; onWritten: () => Promise<void> }) => {
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const note = useCommand('case.note')
  const press = async () => {
    setTried(true)
    if (text.trim() === '') return
    const answer = await note.run({ caseId, text })
    if (!answer?.ok) return
    setText('')
    setTried(false)
    await onWritten()
  }
  return (
    <>
      <Field
        label="记一笔"
        value={text}
        onChange={setText}
        max={2000}
        tall
        error={tried && text.trim() === '' ? '请写几句' : undefined}
        placeholder="例如：去家里坐了一上午，他答应先让物业来看"
      />
      {note.refusal && <Failure refusal={note.refusal} onSeen={note.forget} />}
      <Button icon="edit" busyWords="正在记下…" onPress={press}>
        记下来
      </Button>
    </>
  )
}
