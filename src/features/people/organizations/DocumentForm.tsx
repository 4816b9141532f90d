import { useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Photos } from '../../../components/Photos'
import { Screen } from '../../../components/Screen'
import { useCommand } from '../../../platform/query'

/** A document of the organization, as its history keeps it. */
export const DocumentForm = ({ orgId, name, onDone }: { orgId: string; name: string; onDone: () => void }) => {
  const enter = useCommand('org.document')
  const [on, setOn] = useState('')
  const [documentNo, setDocumentNo] = useState('')
  const [words, setWords] = useState('')
  const [photos, setPhotos] = useState<string[]>([])
  const [tried, setTried] = useState(false)
  const press = async () => {
    setTried(true)
    if (on === '' || documentNo.trim() === '' || words.trim() === '') return
    const answer = await enter.run({ orgId, on, documentNo, words, ...(photos.length > 0 ? { fileIds: photos } : {}) })
    if (answer?.ok) onDone()
  }
  return (
    <Screen
      main={
        <>
          {enter.refusal && <Failure refusal={enter.refusal} onSeen={enter.forget} />}
          <BigButton busyWords="正在存…" onPress={press}>
            登记
          </BigButton>
        </>
      }
    >
      <Title>{`${name}的一份文件`}</Title>
      <Field
        label="文号"
        value={documentNo}
        onChange={setDocumentNo}
        max={60}
        placeholder="例如：长青街〔2026〕18号"
        error={tried && documentNo.trim() === '' ? '请填文号' : undefined}
      />
      <Field
        label="讲的什么"
        value={words}
        onChange={setWords}
        max={200}
        tall
        error={tried && words.trim() === '' ? '请写一句讲的什么' : undefined}
      />
      <DateField label="从哪一天起" value={on} onChange={setOn} error={tried && on === '' ? '请选日期' : undefined} />
      <Photos label="文件的照片（可以不拍，最多 9 张）" fileIds={photos} onChange={setPhotos} />
      <Button icon="back" onPress={onDone}>
        不登记了
      </Button>
    </Screen>
  )
}
