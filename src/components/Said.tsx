import { View } from '@tarojs/components'
import { shownFile } from '../platform/files'
import { PhotoList } from './PhotoList'
import { ReadAloud } from './ReadAloud'
import { VoicePlayer } from './VoicePlayer'

interface Props {
  /** Whose words they are. */
  of: string
  said: { text: string; voiceFileId?: string | undefined; photoFileIds: readonly string[] }
}

/** What was said: words that can be read aloud, a voice to hear, photos to see. */
export const Said = ({ of, said: { text, voiceFileId, photoFileIds } }: Props) => (
  <View className="stack">
    {text !== '' && <View className="prose">{text}</View>}
    {text !== '' && <ReadAloud text={text} />}
    {voiceFileId !== undefined && <VoicePlayer source={shownFile(voiceFileId)} words="听一听" />}
    <PhotoList fileIds={photoFileIds} of={of} />
  </View>
)
