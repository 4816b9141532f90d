import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { canSpeak, speak } from '../platform/speech'
import { Button } from './Button'
import { Notice } from './Notice'

/** Reads aloud what stands on the screen, for eyes that tire; not there where the phone has no voice. */
export const ReadAloud = ({ text }: { text: string }) => {
  const [state, setState] = useState<'still' | 'reading' | 'failed'>('still')
  const stop = useRef<(() => void) | undefined>(undefined)
  useEffect(() => () => stop.current?.(), [])
  if (!canSpeak()) return null
  const press = () => {
    if (state === 'reading') {
      stop.current?.()
      setState('still')
      return
    }
    setState('reading')
    stop.current = speak(text, heard => setState(heard ? 'still' : 'failed'))
  }
  return (
    <View className="stack">
      <Button icon={state === 'reading' ? 'stop' : 'play'} onPress={press}>
        {state === 'reading' ? '正在读，按一下停' : '读给我听'}
      </Button>
      {state === 'failed' && (
        <Notice tone="warn" title="没有读出来" onSeen={() => setState('still')}>
          <View>请看看手机有没有信号，再按一次。</View>
        </Notice>
      )}
    </View>
  )
}
