import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { FieldFrame } from '../../../components/Field'
import { Notice } from '../../../components/Notice'
import { Progress } from '../../../components/Progress'
import { pickFilm, pickSound, type PickedMedia } from '../../../platform/media'
import { upload } from '../../../platform/upload'
import { sayLength } from './words'

interface Props {
  kind: 'audio' | 'video'
  fileId: string
  seconds: number
  onChange: (fileId: string, seconds: number) => void
  error?: string | undefined
}

/** The recording or film of a course: chosen, sent at once, and can be sent again. */
export const MediaField = ({ kind, fileId, seconds, onChange, error }: Props) => {
  const [sending, setSending] = useState<number | undefined>()
  const [lost, setLost] = useState<PickedMedia | undefined>()
  const [word, label] = kind === 'audio' ? ['录音', '录音文件（mp3、m4a）'] : ['录像', '录像']
  const send = async (file: PickedMedia) => {
    setLost(undefined)
    setSending(0)
    const sent = await upload(file, setSending)
    setSending(undefined)
    if (sent === undefined) setLost(file)
    else onChange(sent, file.seconds ?? 0)
  }
  const pick = async () => {
    const file = await (kind === 'audio' ? pickSound() : pickFilm())
    if (file) await send(file)
  }
  return (
    <FieldFrame label={label} error={error} {...(kind === 'audio' ? { hint: '先把文件发到微信的“文件传输助手”，再从聊天里选。' } : {})}>
      {fileId !== '' && <View>{seconds > 0 ? `${word}传好了，${sayLength(seconds)}` : `${word}传好了`}</View>}
      {sending !== undefined && <Progress done={sending} total={100} words="正在传" />}
      {lost && (
        <Notice tone="warn" title={`${word}没有传上去`}>
          <Button icon="retry" onPress={() => send(lost)}>
            再传一次
          </Button>
        </Notice>
      )}
      {sending === undefined && (
        <Button icon="upload" onPress={pick}>
          {fileId === '' ? `选${word}` : `换一个${word}`}
        </Button>
      )}
    </FieldFrame>
  )
}
