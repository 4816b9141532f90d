import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import { useCommand } from '../../../platform/query'
import { askToTell } from '../../../platform/subscribe'
import { type ActProps, takenBy } from './acts'
import { titledText } from './words'

/** Taking it on. Lives with the screen: what came of the tap stays readable when the button itself is gone. */
export const useTaking = ({ request, onDone }: ActProps) => {
  const accept = useCommand('request.accept')
  const [faster, setFaster] = useState<string | undefined>()
  const take = async () => {
    // How it goes on, and the next one, are told by message.
    await askToTell(['request-news', 'request-asked'])
    const answer = await accept.run({ requestId: request.requestId })
    if (!answer) return
    const by = !answer.ok && answer.code === 'ALREADY_TAKEN' ? takenBy(answer.data) : undefined
    setFaster(by && titledText(by))
    if (answer.ok || answer.code === 'ALREADY_TAKEN' || answer.code === 'REQUEST_CLOSED') await onDone()
  }
  const forget = () => {
    setFaster(undefined)
    accept.forget()
  }
  return { take, faster, code: accept.code, forget }
}
type Taking = ReturnType<typeof useTaking>

/** Whoever was slower hears who was faster, and nothing is wrong with that. */
export const TakenWords = ({ taking: { faster, code, forget } }: { taking: Taking }) => {
  if (faster) {
    return (
      <Notice tone="info" title={`${faster}已经接手了`} onSeen={forget}>
        <View>您不用去了，谢谢您。</View>
      </Notice>
    )
  }
  return code ? <Failure code={code} onSeen={forget} /> : null
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
