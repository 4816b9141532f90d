import { View } from '@tarojs/components'
import { Field } from '../../../components/Field'
import { VoiceField } from '../../../components/VoiceField'
import { text } from '../../../platform/shape'

/** What is being written or spoken. */
export interface Said {
  text: string
  voiceFileId: string
}
export const saidShapes = { text, voiceFileId: text }
export const nothingSaid: Said = { text: '', voiceFileId: '' }

export const saidOf = (word: { text: string; voiceFileId?: string | undefined } | null): Said =>
  word ? { text: word.text, voiceFileId: word.voiceFileId ?? '' } : nothingSaid

/** What is sent of it. */
export const sentOf = ({ text: words, voiceFileId }: Said) => ({
  text: words.trim(),
  ...(voiceFileId === '' ? {} : { voiceFileId }),
})

export const isEmpty = ({ text: words, voiceFileId }: Said): boolean => words.trim() === '' && voiceFileId === ''

interface Props {
  label: string
  placeholder: string
  said: Said
  onChange: (part: Partial<Said>) => void
  onBusy: (busy: boolean) => void
}

/** Written, or said: into the field where the phone can write what it hears, else as a note. */
export const WordFields = ({ label, placeholder, said, onChange, onBusy }: Props) => (
  <View className="stack">
    <Field label={label} value={said.text} onChange={words => onChange({ text: words })} max={3000} tall placeholder={placeholder} />
    <VoiceField about={label} fileId={said.voiceFileId} onChange={voiceFileId => onChange({ voiceFileId })} onBusy={onBusy} />
  </View>
)
