import { View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import { moment } from '../../../components/times'
import { VoicePlayer } from '../../../components/VoicePlayer'
import { shownFile } from '../../../platform/files'
import type { Word } from './words'

/** One word that was written or spoken: whose, about which member, and what. */
export const WordCard = ({ word }: { word: Word }) => (
  <Card title={word.about ? `${word.writer.name}对${word.about.name}说` : word.writer.name}>
    {word.text !== '' && <View className="prose">{word.text}</View>}
    {word.voiceFileId !== undefined && <VoicePlayer source={shownFile(word.voiceFileId)} words={`听${word.writer.name}说`} />}
    <View className="soft small">{word.by === undefined ? moment(word.at) : `${moment(word.at)} · ${word.by}代记`}</View>
  </Card>
)
