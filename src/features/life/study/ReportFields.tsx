import { View } from '@tarojs/components'
import { Field } from '../../../components/Field'
import { Photos } from '../../../components/Photos'
import { VoiceField } from '../../../components/VoiceField'
import type { Asked } from '../../../platform/call'
import { list, text } from '../../../platform/shape'

/** What is said of a task, as it is being filled in; all of it may be left empty. */
export interface Said {
  text: string
  voiceFileId: string
  photos: string[]
}
export const saidShapes = { text, voiceFileId: text, photos: list(text) }
export const nothingSaid: Said = { text: '', voiceFileId: '', photos: [] }

/** What is sent of it. */
export const sentOf = ({
  text: words,
  voiceFileId,
  photos,
}: Said): Pick<Asked<'study.report'>, 'text' | 'voiceFileId' | 'photoFileIds'> => ({
  ...(words.trim() === '' ? {} : { text: words }),
  ...(voiceFileId === '' ? {} : { voiceFileId }),
  ...(photos.length === 0 ? {} : { photoFileIds: photos }),
})

interface Props {
  about: string
  said: Said
  onChange: (next: Partial<Said> | ((before: Said) => Partial<Said>)) => void
  onBusy: (busy: boolean) => void
}

/** 说几句、拍照片、写几句: each of them may be left out. */
export const ReportFields = ({ about, said, onChange, onBusy }: Props) => (
  <View className="stack">
    <VoiceField about={about} fileId={said.voiceFileId} onChange={voiceFileId => onChange({ voiceFileId })} onBusy={onBusy} />
    <Photos label="照片（可以不拍）" fileIds={said.photos} onChange={next => onChange(before => ({ photos: next(before.photos) }))} />
    <Field label="写几句（可以不写）" value={said.text} onChange={words => onChange({ text: words })} max={2000} tall />
  </View>
)
