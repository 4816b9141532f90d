import { useState } from 'react'

/** A question that a refusal put before a change, and what has been answered to it so far. */
export interface Asking<Q, A extends object> {
  question: Q | undefined
  answer: Partial<A>
  ask: (question: Q) => void
  say: (part: Partial<A>) => void
}

/** Keeps question and answer for one change; asked for another change (`about`), both are forgotten: what was said of that says nothing of this. */
export const useAsking = <Q, A extends object>(about: unknown): Asking<Q, A> => {
  const key = JSON.stringify(about)
  const [last, setLast] = useState<{ key: string; question: Q; answer: Partial<A> } | undefined>()
  const current = last?.key === key ? last : undefined
  const answer = current?.answer ?? {}
  return {
    question: current?.question,
    answer,
    ask: question => setLast({ key, question, answer }),
    say: part => setLast(was => was && { ...was, answer: { ...was.answer, ...part } }),
  }
}
