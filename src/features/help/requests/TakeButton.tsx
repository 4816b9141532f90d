import { View } from '@tarojs/components'
import { BigButton, Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import { useCommand } from '../../../platform/query'
import { askToTell } from '../../../platform/subscribe'
import type { ActProps } from './acts'
import { titledText } from './words'

/** Taking it on. Lives with the screen: what came of the tap stays readable when the button itself is gone. */
export const useTaking = ({ request, onDone }: ActProps) => {
  const accept = useCommand('request.accept')
  const take = async () => {
    // How it goes on, and the next one, are told by message.
    await askToTell(['request-news', 'request-asked'])
    const answer = await accept.run({ requestId: request.requestId })
    if (!answer) return
    if (answer.ok || answer.code === 'ALREADY_TAKEN' || answer.code === 'REQUEST_CLOSED') await onDone()
  }
  return { take, refusal: accept.refusal, forget: accept.forget }
}
type Taking = ReturnType<typeof useTaking>

/** The slower helper hears who was faster, which is no fault. */
export const TakenWords = ({ taking: { refusal, forget } }: { taking: Taking }) => {
  const faster = refusal?.code === 'ALREADY_TAKEN' ? refusal.data.by : null
  if (faster) {
    return (
      <Notice tone="info" title={`${titledText(faster)}已经接手了`} onSeen={forget}>
        <View>您不用去了，谢谢您。</View>
      </Notice>
    )
  }
  return refusal ? <Failure refusal={refusal} onSeen={forget} /> : null
}

/** 我来办: one takes it, however many tap. */
export const TakeButton = ({ second, taking, big = true }: { second: boolean; taking: Taking; big?: boolean }) => {
  const Take = big ? BigButton : Button
  return (
    <Take icon="hand" busyWords="正在登记…" onPress={taking.take}>
      {second ? '我去做帮手' : '我来办'}
    </Take>
  )
}
