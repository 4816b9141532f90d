import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../components/Button'
import { Failure } from '../../components/Failure'
import { Notice } from '../../components/Notice'
import { useCommand } from '../../platform/query'
import { askToTell } from '../../platform/subscribe'
import { type ActProps, takenBy } from './acts'
import { titledText } from './words'

/** 我来办: one takes it; whoever was slower hears who was faster, and nothing is wrong with that. */
export const TakeButton = ({ request, onDone, big = true }: ActProps & { big?: boolean }) => {
  const accept = useCommand('request.accept')
  const [faster, setFaster] = useState<string | undefined>()
  const press = async () => {
    // How it goes on, and the next one, are told by message.
    await askToTell(['request-news', 'request-asked'])
    const answer = await accept.run({ requestId: request.requestId })
    if (!answer) return
    const by = !answer.ok && answer.code === 'ALREADY_TAKEN' ? takenBy(answer.data) : undefined
    setFaster(by && titledText(by))
    if (answer.ok || answer.code === 'ALREADY_TAKEN' || answer.code === 'REQUEST_CLOSED') await onDone()
  }
  const Take = big ? BigButton : Button
  return (
    <>
      {faster && (
        <Notice tone="info" title={`${faster}已经接手了`} onSeen={() => setFaster(undefined)}>
          <View>您不用去了，谢谢您。</View>
        </Notice>
      )}
      {accept.code && !faster && <Failure code={accept.code} onSeen={accept.forget} />}
      <Take icon="hand" busyWords="正在登记…" onPress={press}>
        {request.owner ? '我去做帮手' : '我来办'}
      </Take>
    </>
  )
}
