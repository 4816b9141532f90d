import { type AnyRefusal, type Asked, call } from '../../../platform/call'
import { phoneNow } from '../../../platform/clock'
import { type KeptQueue, useKeptQueue } from '../../../platform/keptQueue'
import type { Slot } from './words'

interface Tick {
  memberId: string
  at: number
  slot?: Slot
}

/** Ticks of one moment and cell go together. */
const alike = (one: Tick, other: Tick): boolean => one.at === other.at && JSON.stringify(one.slot) === JSON.stringify(other.slot)

/** A roll called on this phone, perhaps without a network: kept until the cloud has it, and sent as often as it takes. */
export const useRollQueue = (musterId: string): KeptQueue<Tick> & { tick: (memberId: string, slot?: Slot) => boolean } => {
  const queue = useKeptQueue<Tick>(`roll/${musterId}`, async waiting => {
    const [first] = waiting
    if (!first) return { done: [] }
    const done = waiting.filter(one => alike(one, first))
    const input: Asked<'muster.arrive'> = {
      ...{ musterId, memberIds: done.map(one => one.memberId), at: first.at, sentAt: phoneNow() },
      ...(first.slot ? { slot: first.slot } : {}),
    }
    const answer = await call('muster.arrive', input)
    const refusal: AnyRefusal | undefined = answer.ok ? undefined : answer
    return refusal ? { refusal } : { done }
  })
  return { ...queue, tick: (memberId, slot) => queue.add({ memberId, at: phoneNow(), ...(slot ? { slot } : {}) }) }
}
