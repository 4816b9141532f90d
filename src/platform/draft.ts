import { useRef, useState } from 'react'
import { now } from './clock'
import { fields, number, type Shape } from './shape'
import { forget, keep, recall } from './storage'

const placeOf = (key: string) => `draft/${key}`

/** A form that was left half filled in for longer than this is begun again, ms. */
const LIMIT_MS = 30 * 86_400_000

const isAny: Shape<unknown> = (value): value is unknown => value !== undefined
const isKept = fields({ at: number, draft: isAny })

/** What is kept under a key; what is too old, of an earlier shape or damaged is dropped. */
const keptUnder = <T>(key: string, shape: Shape<T>): T | undefined => {
  const place = placeOf(key)
  const kept = recall(place)
  if (kept === undefined) return undefined
  if (isKept(kept) && now() - kept.at < LIMIT_MS && shape(kept.draft)) return kept.draft
  forget(place)
  return undefined
}

/** Was something begun under this key and not finished? */
export const hasDraft = <T>(key: string, shape: Shape<T>): boolean => keptUnder(key, shape) !== undefined

/**
 * What is being filled in, kept on the phone until `done`, so that a call or a dead battery loses nothing. It begins as `first`, and
 * goes on from what is kept where that is of the shape and not too old.
 */
export const useDraft = <T extends object>(key: string, shape: Shape<T>, first: T) => {
  const place = placeOf(key)
  const [draft, setDraft] = useState<T>(() => keptUnder(key, shape) ?? first)
  // A change may come from a call that was under way while the person went on typing; it must not bring older words back.
  const latest = useRef(draft)
  const set = (next: T) => {
    latest.current = next
    setDraft(next)
  }
  /** Puts a part in; as a function, what follows from the draft as it is then. */
  const change = (part: Partial<T> | ((before: T) => Partial<T>)) => {
    set({ ...latest.current, ...(typeof part === 'function' ? part(latest.current) : part) })
    keep(place, { at: now(), draft: latest.current })
  }
  /** Forgets the draft; what is shown then is `next`, or what the form began with. */
  const done = (next: T = first) => {
    forget(place)
    set(next)
  }
  return { draft, change, done }
}
