import { View } from '@tarojs/components'
import { useState } from 'react'
import { canScan, scan } from '../platform/scan'
import { BigButton, Button } from './Button'
import { Field } from './Field'

interface Props {
  words: string
  big?: boolean
  busy?: boolean
  /** What has to come first, while the tap is fresh (`askToTell`). */
  before?: () => Promise<unknown>
  /** The text in the code. */
  onText: (text: string) => unknown
}

/** Scans a code; where there is no camera to scan with, the text of the code is pasted instead. */
export const ScanButton = ({ words, big = false, busy = false, before, onText }: Props) => {
  const [pasting, setPasting] = useState(false)
  const [text, setText] = useState('')
  const AnyButton = big ? BigButton : Button
  const begin = async () => {
    await before?.()
    if (!canScan) {
      setPasting(true)
      return
    }
    const found = await scan()
    if (found !== undefined) await onText(found)
  }
  if (!pasting) {
    return (
      <AnyButton icon="scan" busy={busy} onPress={begin}>
        {words}
      </AnyButton>
    )
  }
  const use = async () => {
    await onText(text)
    setPasting(false)
    setText('')
  }
  return (
    <View className="stack">
      <Field label="把码的内容粘贴到这里" value={text} onChange={setText} max={500} />
      <AnyButton busy={busy} disabled={text.trim() === ''} onPress={use}>
        确定
      </AnyButton>
      <Button kind="quiet" onPress={() => setPasting(false)}>
        不扫了
      </Button>
    </View>
  )
}
