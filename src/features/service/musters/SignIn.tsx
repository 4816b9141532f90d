import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import { ScanButton } from '../../../components/ScanButton'
import { Stamp } from '../../../components/Stamp'
import { here } from '../../../platform/place'
import { useCommand } from '../../../platform/query'
import { readMusterLink } from './links'
import { slotOf } from './words'

interface Props {
  musterId: string
  /** The code that the page was opened with, and the cell it was held out at. */
  scanned?: { code: string; slot?: string | undefined } | undefined
  /** They are known to be there. */
  arrived: boolean
  /** They are still to come to one of their cells. */
  left: boolean
  onDone: () => Promise<unknown>
}

/** One is there: by the code on a leader's phone, or by being near. */
export const SignIn = ({ musterId, scanned, arrived, left, onDone }: Props) => {
  const command = useCommand('muster.signIn')
  const [wrong, setWrong] = useState(false)
  const [lost, setLost] = useState(false)
  const [done, setDone] = useState(false)
  const run = async (how: { code: string; slot?: string | undefined } | { point: { lng: number; lat: number } }) => {
    setWrong(false)
    setLost(false)
    const slot = 'slot' in how ? slotOf(how.slot) : undefined
    const proof = 'point' in how ? { point: how.point } : { code: how.code }
    const answer = await command.run({ musterId, ...proof, ...(slot ? { slot } : {}) })
    if (!answer?.ok) return
    setDone(true)
    await onDone()
  }
  const byText = async (text: string) => {
    const found = readMusterLink(text)
    if (found?.musterId === musterId) await run(found)
    else setWrong(true)
  }
  const byPlace = async () => {
    const point = await here()
    if (point) await run({ point })
    else setLost(true)
  }
  const used = useRef(false)
  useEffect(() => {
    if (scanned === undefined || used.current) return
    used.current = true
    void run(scanned)
  })
  return (
    <View className="stack">
      {(done || arrived) && <Stamp words="到了" fresh={done} />}
      {(done || arrived) && <Notice tone="good" title="签到好了，谢谢您" />}
      {command.refusal && <Failure refusal={command.refusal} onSeen={command.forget} />}
      {wrong && <Notice tone="warn" title="这不是这次集结的签到码" onSeen={() => setWrong(false)} />}
      {lost && <Notice tone="warn" title="手机没有说出您在哪里，请扫码，或者告诉带队的同志" onSeen={() => setLost(false)} />}
      {left && !done && (
        <>
          <ScanButton words="我到了，扫码签到" busy={command.busy} onText={byText} />
          <Button icon="place" busyWords="正在看您在哪里…" onPress={byPlace}>
            我到了，按位置签到
          </Button>
        </>
      )}
    </View>
  )
}
