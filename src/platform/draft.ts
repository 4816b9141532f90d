import { useRef, useState } from 'react'
import { forget, keep, recall } from './storage'

/** What is being filled in, kept on the phone until `done`, so that a call or a dead battery loses nothing. Text by name. */
export const useDraft = <T extends Record<string, string>>(key: string, first: T) => {
  const place = `draft/${key}`
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
  const change = (part: Partial<T>) => {
    set({ ...latest.current, ...part })
    keep(place, latest.current)
  }
  /** Forgets the draft; what is shown then is `next`, or what the form began with. */
  const done = (next: T = first) => {
    forget(place)
    set(next)
  }
  return { draft, change, done }
}
