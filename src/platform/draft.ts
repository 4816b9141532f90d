import { useState } from 'react'
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
  const change = (part: Partial<T>) => {
    const next = { ...draft, ...part }
    keep(place, next)
    setDraft(next)
  }
  const done = () => {
    forget(place)
    setDraft(first)
  }
  return { draft, change, done }
}
