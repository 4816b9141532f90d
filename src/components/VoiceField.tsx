import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { BigButton, Button } from './Button'
import { FieldFrame } from './Field'
import { Notice } from './Notice'
import { shownFile } from '../platform/files'
import { useHears } from '../platform/hearing'
import { record, type Recording } from '../platform/record'
import { type Picked, upload } from '../platform/upload'
import { VoicePlayer } from './VoicePlayer'

interface Props {
  /** What to speak of. */
  about: string
  fileId: string
  onChange: (fileId: string) => void
  /** The note is being spoken or sent: not the moment to send the form. */
  onBusy: (busy: boolean) => void
}

type Doing = 'nothing' | 'recording' | 'sending' | 'no-microphone' | 'not-sent'

/** 说给我们听, where a phone cannot write what it hears (`SayIt`): speak, listen to it, speak again or leave it out. Sent to the storage as soon as it is spoken, so that a dead phone loses nothing. */
export const VoiceField = ({ about, fileId, onChange, onBusy }: Props) => {
  const hears = useHears()
  const [doing, setDoing] = useState<Doing>('nothing')
  const [spoken, setSpoken] = useState<Picked | undefined>()
  const running = useRef<Recording | undefined>(undefined)
  // Leaving the page stops the recording.
  useEffect(() => () => running.current?.stop(), [])

  const send = async (file: Picked) => {
    setSpoken(file)
    setDoing('sending')
    onBusy(true)
    const sent = await upload(file)
    onBusy(false)
    setDoing(sent === undefined ? 'not-sent' : 'nothing')
    if (sent !== undefined) onChange(sent)
  }
  const begin = async () => {
    const recording = await record()
    if (!recording) {
      setDoing('no-microphone')
      return
    }
    running.current = recording
    setDoing('recording')
    onBusy(true)
    void recording.finished.then(async file => {
      running.current = undefined
      onBusy(false)
      setDoing(file ? 'sending' : 'no-microphone')
      if (file) await send(file)
    })
  }
  const forget = () => {
    setSpoken(undefined)
    setDoing('nothing')
    onChange('')
  }

  if (hears && fileId === '' && doing === 'nothing') return null
  if (doing === 'recording') {
    return (
      <Notice tone="info" title="请说，我们在听…">
        <View>{about}最长一分钟。</View>
        <BigButton icon="stop" onPress={() => running.current?.stop()}>
          说完了
        </BigButton>
      </Notice>
    )
  }
  return (
    <FieldFrame label="说给我们听（可以不说）">
      {doing === 'no-microphone' && (
        <Notice tone="warn" title="没有录上" onSeen={() => setDoing('nothing')}>
          <View>请在手机里允许使用麦克风，再按一次；不说也可以，直接按下面的红按钮。</View>
        </Notice>
      )}
      {doing === 'not-sent' && spoken && (
        <Notice tone="warn" title="录音没有传上去">
          <View>录音还在手机里。</View>
          <Button icon="retry" onPress={() => send(spoken)}>
            再传一次
          </Button>
        </Notice>
      )}
      {(spoken !== undefined || fileId !== '') && (
        <>
          <VoicePlayer source={spoken?.path ?? shownFile(fileId)} words="听一听刚才说的" />
          <View className="row">
            <View className="grow">
              <Button kind="quiet" icon="mic" onPress={begin}>
                重新说
              </Button>
            </View>
            <View className="grow">
              <Button kind="quiet" icon="remove" onPress={forget}>
                不要录音
              </Button>
            </View>
          </View>
        </>
      )}
      {spoken === undefined && fileId === '' && (
        <Button icon="mic" onPress={begin}>
          按一下，开始说
        </Button>
      )}
      {doing === 'sending' && <View className="soft">正在传录音…</View>}
    </FieldFrame>
  )
}
