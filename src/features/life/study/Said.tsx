import { View } from '@tarojs/components'
import { PhotoList } from '../../../components/PhotoList'
import { ReadAloud } from '../../../components/ReadAloud'
import { VoicePlayer } from '../../../components/VoicePlayer'
import { shownFile } from '../../../platform/files'
import type { MyTaskItem } from './words'

type Report = NonNullable<MyTaskItem['report']>

interface Props {
  /** Whose words they are. */
  of: string
  report: Pick<Report, 'text' | 'voiceFileId' | 'photoFileIds'>
}

/** What was said of a task: words that can be read aloud, a voice to hear, photos to see. */
export const Said = ({ of, report: { text, voiceFileId, photoFileIds } }: Props) => (
  <View className="stack">
    {text !== '' && <View className="prose">{text}</View>}
    {text !== '' && <ReadAloud text={text} />}
    {voiceFileId !== undefined && <VoicePlayer source={shownFile(voiceFileId)} words="听一听" />}
    <PhotoList fileIds={photoFileIds} of={of} />
  </View>
)
