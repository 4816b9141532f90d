import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { shownFile } from '../../../platform/files'
import { type Player, startPlayer } from '../../../platform/player'
import { Head, type TakingProps, Words } from './Head'
import { How } from './How'
import { useTaking } from './useTaking'

/** So far one goes back to hear again what was missed, in seconds. */
const BACK = 15

/** A recording to listen to: one large button that plays and stops, one that goes back a little; it goes on while the screen sleeps. */
export const Sound = ({ course, fileId, forMemberId, head }: TakingProps & { fileId: string }) => {
  const taking = useTaking(course, forMemberId)
  const { onTime, onStill, onMoved } = taking
  const [state, setState] = useState<'still' | 'starting' | 'playing' | 'failed'>('still')
  const player = useRef<Player | undefined>(undefined)
  useEffect(() => () => player.current?.end(), [])

  const begin = (from: number) => {
    setState('starting')
    player.current?.end()
    const recording = { source: shownFile(fileId), title: course.title, from }
    player.current = startPlayer(recording, {
      onTime,
      onState: next => {
        if (next !== 'playing') onStill()
        if (next === 'ended' || next === 'failed') player.current = undefined
        setState(next === 'playing' || next === 'failed' ? next : 'still')
      },
    })
  }
  const isOver = taking.length > 0 && taking.at >= taking.length - 1
  const press = () => {
    if (state === 'playing' || state === 'starting') player.current?.pause()
    else if (player.current) player.current.play()
    else begin(isOver ? 0 : taking.at)
  }
  const back = () => {
    const to = Math.max(0, taking.at - BACK)
    onMoved(to)
    if (player.current) player.current.seek(to)
    else begin(to)
  }
  const isOn = state === 'playing' || state === 'starting'
  const words = isOn ? '停一停' : isOver ? '从头再听一遍' : taking.at > 0 ? '接着听' : '开始听'
  return (
    <Screen
      main={
        <BigButton icon={isOn ? 'pause' : 'play'} onPress={press}>
          {words}
        </BigButton>
      }
    >
      <Head course={course} seen={taking.seen} head={head} />
      {state === 'failed' && (
        <Notice tone="warn" title="放不出来" onSeen={() => setState('still')}>
          <View>听到哪里都记着。请看看手机有没有信号，再按一次。</View>
        </Notice>
      )}
      <How {...taking} />
      <Button icon="back" disabled={taking.at < 1} onPress={back}>
        {`退回 ${String(BACK)} 秒`}
      </Button>
      <View className="soft">手机屏幕黑了也接着放；想停，按下面的大按钮。</View>
      <Words body={course.body} />
    </Screen>
  )
}
