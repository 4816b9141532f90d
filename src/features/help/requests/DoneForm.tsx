import { View } from '@tarojs/components'
import { BigButton } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Photos } from '../../../components/Photos'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'
import { fields, list, text } from '../../../platform/shape'
import type { FormProps } from './acts'
import { FormScreen } from './FormScreen'
import { kindTitle } from './words'

const isOutcome = fields({ note: text, photos: list(text) })

/** 办好了: a word and a photo, both optional; then the elder is asked. */
export const DoneForm = ({ request, onDone, onBack }: FormProps) => {
  const { requestId, name } = request
  const { draft, change, done } = useDraft(`request-done/${requestId}`, isOutcome, { note: '', photos: [] })
  const command = useCommand('request.done')
  const press = async () => {
    const photoFileIds = draft.photos
    const answer = await command.run({
      requestId,
      ...(draft.note.trim() === '' ? {} : { note: draft.note }),
      ...(photoFileIds.length > 0 ? { photoFileIds } : {}),
    })
    if (!answer?.ok) return
    done()
    await onDone()
    onBack()
  }
  const main = (
    <BigButton icon="done" busyWords="正在告诉老同志…" onPress={press}>
      {`办好了，告诉${name}`}
    </BigButton>
  )
  return (
    <FormScreen title={`${name}的“${kindTitle(request)}”办好了`} main={main} back="还没办好，返回" onBack={onBack}>
      <View>不写、不拍也行，直接按下面的红按钮。</View>
      {command.refusal && <Failure refusal={command.refusal} onSeen={command.forget} />}
      <Photos label="照片（可以不拍）" fileIds={draft.photos} onChange={next => change(before => ({ photos: next(before.photos) }))} />
      <Field
        label="办了什么（可以不写）"
        value={draft.note}
        onChange={note => change({ note })}
        max={500}
        tall
        placeholder="例如：换了水龙头"
      />
    </FormScreen>
  )
}
