import { useRef, useState } from 'react'
import { forget, keep, recall } from './storage'

const placeOf = (key: string) => `draft/${key}`

/** Was something begun under this key and not finished? */
export const hasDraft = (key: string): boolean => recall(placeOf(key)) !== undefined

/** What is being filled in, kept on the phone until `done`, so that a call or a dead battery loses nothing. Text by name. */
export const useDraft = <T extends Record<string, string>>(key: string, first: T) => {
  const place = placeOf(key)
  const [draft, setDraft] = useState<T>(() => {
    const kept = recall(place)
    if (typeof kept !== 'object' || kept === null) return first
    const texts = Object.entries(kept).filter(([name, value]) => name in first && typeof value === 'string')
    return { ...first, ...Object.fromEntries(texts) }
  })
  // A change may come from a call that was under way while the person went on typing; it must not bring older words back.
  const latest = useRef(draft)
  const set = (next: T) => {
    latest.current = next
    setDraft(next)
  }
  /** Puts a part in; as a function, what follows from the draft as it is then. */
  const change = (part: Partial<T> | ((before: T) => Partial<T>)) => {
    set({ ...latest.current, ...(typeof part === 'function' ? part(latest.current) : part) })
    keep(place, latest.current)
  }
  /** Forgets the draft; what is shown then is `next`, or what the form began with. */
  const done = (next: T = first) => {
    forget(place)
    set(next)
  }
  return { draft, change, done }
}
