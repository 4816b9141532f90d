import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { Notice } from '../../../components/Notice'
import type { Given } from '../../../platform/call'
import { toTop } from '../../../platform/screen'

/** What an act came to, and what the secretary has to mind about it. */
export interface Outcome {
  title: string
  mind: readonly string[]
}

/** What is said where a helper has many elders now. */
const burdenOf = (name: string, { warning }: Given<'pairing.set'>): string[] => (warning === undefined ? [] : [`${name}${warning}`])

/** Who looks after which elder now. */
export const sayPaired = (helper: string, elder: string, load: Given<'pairing.set'>): Outcome => ({
  title: `${helper}来联系${elder}，双方都通知了`,
  mind: burdenOf(helper, load),
})

/** How many went over to others, and who stayed because a list would have been too long. */
export const sayHandedOver = (from: string, { moved, left, takers }: Given<'pairing.handOver'>): Outcome => ({
  title: moved === 0 ? '没有交接出去' : `交接了 ${String(moved)} 位，双方都通知了`,
  mind: [
    ...(left.length === 0
      ? []
      : [
          `${left.map(one => one.name).join('、')} 这 ${String(left.length)} 位还由${from}联系：接手的人加上他们就超过名额了，请另选，或者分给几位。`,
        ]),
    ...takers.flatMap(one => burdenOf(one.name, one.load)),
  ],
})

/** Says it until it is seen. */
export const OutcomeNotice = ({ said, onSeen }: { said: Outcome | undefined; onSeen: () => void }) => {
  // A secretary who pairs one after another keeps their place on the list, unless there is something to mind.
  const minds = said !== undefined && said.mind.length > 0
  useEffect(() => {
    if (minds) toTop()
  }, [minds, said])
  if (!said) return null
  return (
    <Notice tone={minds ? 'warn' : 'good'} title={said.title} onSeen={onSeen}>
      {said.mind.map(words => (
        <View key={words}>{words}</View>
      ))}
    </Notice>
  )
}
