import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from './Button'
import { FieldFrame } from './Field'
import { Notice } from './Notice'
import { Progress } from './Progress'
import { pictured } from './spoken'
import { Stored } from './Stored'
import { type Picked, pickPhotos, upload } from '../platform/upload'
import './Photos.css'

const MOST = 9

interface Props {
  label?: string
  fileIds: readonly string[]
  /** Called once for each photo that arrived, and when one is taken out; it gets what the list was and gives what it shall be. */
  onChange: (next: (fileIds: readonly string[]) => string[]) => void
}

/** Up to nine photos, each sent as soon as it is chosen; those that did not arrive can be sent again. */
export const Photos = ({ label = `照片（最多 ${MOST} 张）`, fileIds, onChange }: Props) => {
  const [sending, setSending] = useState<{ done: number; total: number; percent: number } | undefined>()
  const [failed, setFailed] = useState<Picked[]>([])

  const send = async (files: readonly Picked[]) => {
    const lost: Picked[] = []
    for (const [index, file] of files.entries()) {
      const tell = (percent: number) => setSending({ done: index, total: files.length, percent })
      tell(0)
      const fileId = await upload(file, tell)
      if (fileId === undefined) lost.push(file)
      else onChange(before => (before.includes(fileId) ? [...before] : [...before, fileId]))
    }
    setSending(undefined)
    setFailed(lost)
  }
  const pick = async () => send(await pickPhotos(MOST - fileIds.length))
  return (
    <FieldFrame label={label}>
      {fileIds.length > 0 && (
        <View className="photos">
          {fileIds.map((fileId, index) => (
            <View key={fileId} className="photo">
              <Stored className="photo-image" fileId={fileId} points={200} mode="aspectFill" {...pictured(`第 ${index + 1} 张照片`)} />
              <Button
                kind="quiet"
                icon="remove"
                about={`第 ${index + 1} 张照片`}
                onPress={() => onChange(before => before.filter(one => one !== fileId))}
              >
                拿掉
              </Button>
            </View>
          ))}
        </View>
      )}
      {sending && (
        <Progress
          done={sending.done * 100 + sending.percent}
          total={sending.total * 100}
          words={`正在传第 ${sending.done + 1} / ${sending.total} 张`}
        />
      )}
      {failed.length > 0 && !sending && (
        <Notice tone="warn" title={`有 ${failed.length} 张没有传上去`}>
          <View>照片还在手机里，别的都传好了。</View>
          <Button icon="retry" onPress={() => send(failed)}>
            再传一次
          </Button>
        </Notice>
      )}
      {fileIds.length < MOST && !sending && (
        <Button icon="camera" onPress={pick}>
          {fileIds.length === 0 ? '加照片' : '再加照片'}
        </Button>
      )}
    </FieldFrame>
  )
}
