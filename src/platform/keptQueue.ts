import { useCallback, useEffect, useRef, useState } from 'react'
import { type AnyRefusal, refused } from './call'
import { useOnline } from './network'
import { keep, recall } from './storage'

const isList = <T>(value: unknown): value is T[] => Array.isArray(value)

/** What a phone keeps under that key and has still to send, oldest first. */
export const waitingOf = <T>(key: string): T[] => {
  const kept = recall(key)
  return isList<T>(kept) ? kept : []
}

/** What became of sending some of what waits: which of it the cloud has, or why it was not taken. */
export type Sent<T> = { done: readonly T[]; refusal?: undefined } | { refusal: AnyRefusal }

/** Sends what waits, piece by piece. The refusal, if there was one; the rest is then kept. */
export const sendWaiting = async <T>(key: string, send: (waiting: readonly T[]) => Promise<Sent<T>>): Promise<AnyRefusal | undefined> => {
  for (;;) {
    const waiting = waitingOf<T>(key)
    if (waiting.length === 0) return undefined
    const sent = await send(waiting)
    if (sent.refusal) return sent.refusal
    const had = new Set(sent.done.map(one => JSON.stringify(one)))
    // Read again: more may have been added while these were on their way.
    keep(
      key,
      waitingOf<T>(key).filter(one => !had.has(JSON.stringify(one))),
    )
    // A cloud that acknowledges nothing must not be asked for ever.
    if (sent.done.length === 0) return refused('OFFLINE')
  }
}

export interface KeptQueue<T> {
  pending: T[]
  sending: boolean
  /** Why the last sending failed; what waits is still on the phone. */
  refusal: AnyRefusal | undefined
  /** Writes it down and tries to send; false when the phone could not keep it. */
  add: (one: T) => boolean
  replay: () => Promise<void>
}

/** A queue that outlives the page and the network: what is added is written down first, and sent when there is a way. */
export const useKeptQueue = <T>(key: string, send: (waiting: readonly T[]) => Promise<Sent<T>>): KeptQueue<T> => {
  const [, redraw] = useState(0)
  const [sending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<AnyRefusal | undefined>()
  const running = useRef(false)
  const latest = useRef(send)
  latest.current = send
  const online = useOnline()

  const replay = useCallback(async () => {
    if (running.current) return
    running.current = true
    setSending(true)
    setRefusal(await sendWaiting<T>(key, waiting => latest.current(waiting)))
    running.current = false
    setSending(false)
  }, [key])

  useEffect(() => {
    if (online && waitingOf(key).length > 0) void replay()
  }, [online, key, replay])

  const add = (one: T) => {
    const kept = keep(key, [...waitingOf<T>(key), one])
    redraw(count => count + 1)
    void replay()
    return kept
  }
  return { pending: waitingOf<T>(key), sending, refusal, add, replay }
}
