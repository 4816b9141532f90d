import { View } from '@tarojs/components'
import { Button } from '../../../../components/Button'
import { VoiceField } from '../../../../components/VoiceField'
import { VoicePlayer } from '../../../../components/VoicePlayer'
import { shownFile } from '../../../../platform/files'

const MOST = 20

interface Props {
  fileIds: readonly string[]
  onChange: (next: string[]) => void
  onBusy: (busy: boolean) => void
}

/** 录音: notes of up to a minute each where a phone cannot write what it hears; played here while the minutes are written out. */
export const VoiceNotes = ({ fileIds, onChange, onBusy }: Props) => (
  <View className="stack">
    {fileIds.map((fileId, at) => (
      <View key={fileId} className="stack">
        <VoicePlayer source={shownFile(fileId)} words={`听第 ${String(at + 1)} 段录音，写在上面`} />
        <Button
          kind="quiet"
          icon="remove"
          about={`第 ${String(at + 1)} 段录音`}
          onPress={() => onChange(fileIds.filter(one => one !== fileId))}
        >
          写好了，不留录音
        </Button>
      </View>
    ))}
    {fileIds.length < MOST && (
      <VoiceField
        key={fileIds.length}
        about="说说会上谁讲了什么、定了什么，回头听着写下来。"
        fileId=""
        onChange={fileId => fileId !== '' && onChange([...fileIds, fileId])}
        onBusy={onBusy}
      />
    )}
  </View>
)
