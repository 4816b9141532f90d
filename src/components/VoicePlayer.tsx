import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { Button } from './Button'
import { Notice } from './Notice'
import { playSound } from '../platform/sound'

/** Plays a voice note and stops it again. */
export const VoicePlayer = ({ source, words }: { source: string; words: string }) => {
  const [state, setState] = useState<'still' | 'playing' | 'failed'>('still')
  const stop = useRef<(() => void) | undefined>(undefined)
  useEffect(() => () => stop.current?.(), [])
  const press = () => {
    if (state === 'playing') {
      stop.current?.()
      stop.current = undefined
      setState('still')
      return
    }
    setState('playing')
    stop.current = playSound(source, heard => {
      stop.current = undefined
      setState(heard ? 'still' : 'failed')
    })
  }
  return (
    <View className="stack">
      <Button icon={state === 'playing' ? 'stop' : 'play'} onPress={press}>
        {state === 'playing' ? '正在放，按一下停' : words}
      </Button>
      {state === 'failed' && (
        <Notice tone="warn" title="录音放不出来" onSeen={() => setState('still')}>
          <View>录音还在，请看看手机有没有信号，再按一次。</View>
        </Notice>
      )}
    </View>
  )
}
