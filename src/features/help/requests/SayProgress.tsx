import { BigButton } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'
import { fields, text } from '../../../platform/shape'
import type { FormProps } from './acts'
import { FormScreen } from './FormScreen'

const isNote = fields({ note: text })

/** One line for everyone concerned: 配件明天到. */
export const SayProgress = ({ request, onDone, onBack }: FormProps) => {
  const { draft, change, done } = useDraft(`request-note/${request.requestId}`, isNote, { note: '' })
  const progress = useCommand('request.progress')
  const press = async () => {
    const answer = await progress.run({ requestId: request.requestId, note: draft.note })
    if (!answer?.ok) return
    done()
    await onDone()
    onBack()
  }
  const main = (
    <BigButton disabled={draft.note.trim() === ''} busyWords="正在告诉大家…" onPress={press}>
      {`告诉${request.name}和大家`}
    </BigButton>
  )
  return (
    <FormScreen title="说一声进展" main={main} back="不说了，返回" onBack={onBack}>
      {progress.refusal && <Failure refusal={progress.refusal} onSeen={progress.forget} />}
      <Field
        label="写一句"
        value={draft.note}
        onChange={note => change({ note })}
        max={200}
        tall
        placeholder="例如：水龙头要换，配件下午到"
      />
    </FormScreen>
  )
}
