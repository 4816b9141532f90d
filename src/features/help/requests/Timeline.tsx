import { View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import { shownFile } from '../../../platform/files'
import { type Line, sayLine, toneOf } from './lines'
import { Shots } from './Shots'
import { VoicePlayer } from '../../../components/VoicePlayer'
import { briefly } from './words'
import './Timeline.css'

interface Props {
  lines: readonly Line[]
  /** Whose request it is. */
  elder: string
}

/** What happened so far, the latest first: the same for everyone, each seeing their part. */
export const Timeline = ({ lines, elder }: Props) => (
  <Card title="经过">
    <View>
      {[...lines].reverse().map((line, index) => (
        <View key={`${line.at}/${line.what}/${index}`} className="timeline-line">
          <View className={`timeline-dot ${toneOf(line.what)}`} />
          <View className={index === 0 ? 'strong' : ''}>{sayLine(line, elder)}</View>
          {line.text && <View className="prose">“{line.text}”</View>}
          {line.voiceFileId && <VoicePlayer source={shownFile(line.voiceFileId)} words="听一听" />}
          {line.photoFileIds && <Shots fileIds={line.photoFileIds} />}
          <View className="soft small">{briefly(line.at)}</View>
        </View>
      ))}
    </View>
  </Card>
)
