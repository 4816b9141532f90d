import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Photos } from '../../../components/Photos'
import { useDraft } from '../../../platform/draft'
import { useCommand } from '../../../platform/query'
import { fields, list, text } from '../../../platform/shape'
import type { FormProps } from './acts'
import { FormScreen } from './FormScreen'
import { VoiceField } from '../../../components/VoiceField'

const isMore = fields({ text, voiceFileId: text, photos: list(text) })

/** The elder, or who asked for them, says more about what is running: spoken, photographed or written. */
export const SayMore = ({ request, forMemberId, onDone, onBack }: FormProps) => {
  const { requestId, owner } = request
  const { draft, change, done } = useDraft(`request-more/${requestId}`, isMore, { text: '', voiceFileId: '', photos: [] })
  const [busy, setBusy] = useState(false)
  const command = useCommand('request.sayMore')
  const photoFileIds = draft.photos
  const empty = draft.text.trim() === '' && draft.voiceFileId === '' && photoFileIds.length === 0
  const press = async () => {
    const answer = await command.run({
      requestId,
      ...(draft.text.trim() === '' ? {} : { text: draft.text }),
      ...(draft.voiceFileId === '' ? {} : { voiceFileId: draft.voiceFileId }),
      ...(photoFileIds.length > 0 ? { photoFileIds } : {}),
      ...forMemberId,
    })
    if (!answer?.ok) return
    done()
    await onDone()
    onBack()
  }
  const main = (
    <BigButton disabled={empty} busy={busy} busyWords={busy ? '等录音好了再发…' : '正在告诉他们…'} onPress={press}>
      {owner ? `告诉${owner.name}` : '告诉来帮忙的人'}
    </BigButton>
  )
  return (
    <FormScreen title="再补充几句" main={main} back="不补充了，返回" onBack={onBack}>
      <View>说一说、拍一张、写几个字，都行。</View>
      {command.refusal && <Failure refusal={command.refusal} onSeen={command.forget} />}
      <VoiceField
        about="说说哪里坏了、住在哪里。"
        fileId={draft.voiceFileId}
        onChange={voiceFileId => change({ voiceFileId })}
        onBusy={setBusy}
      />
      <Field
        label="写几句（可以不写）"
        value={draft.text}
        onChange={text => change({ text })}
        max={500}
        tall
        placeholder="例如：我下午三点以后在家"
      />
      <Photos label="照片（可以不拍）" fileIds={photoFileIds} onChange={next => change(before => ({ photos: next(before.photos) }))} />
    </FormScreen>
  )
}
