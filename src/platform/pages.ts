import { useState } from 'react'
import type { AnyRefusal } from './call'
import type { Query } from './query'

interface Page<T> {
  items: T[]
  cursor: string | null
}
type PageAnswer<T> = { ok: true; data: Page<T> } | AnyRefusal

export interface Pages<T> {
  items: T[]
  /** Fetches what comes after; absent at the end. */
  more: (() => Promise<void>) | undefined
  refusal: AnyRefusal | undefined
}

/** A list that grows by a press: the first page is the query's, `ask` fetches what comes after a cursor. */
export const usePages = <T>(first: Query<Page<T>>, ask: (cursor: string) => Promise<PageAnswer<T>>): Pages<T> => {
  const [later, setLater] = useState<{ of: Page<T> | undefined; pages: Page<T>[] }>({ of: undefined, pages: [] })
  const [refusal, setRefusal] = useState<AnyRefusal | undefined>()
  // Pages fetched after an older first page are dropped with it.
  const pages = later.of === first.data ? later.pages : []
  const cursor = pages.at(-1)?.cursor ?? (pages.length > 0 ? null : (first.data?.cursor ?? null))
  const more = async () => {
    if (cursor === null) return
    const answer = await ask(cursor)
    if (answer.ok) setLater({ of: first.data, pages: [...pages, answer.data] })
    setRefusal(answer.ok ? undefined : answer)
  }
  const items = [...(first.data?.items ?? []), ...pages.flatMap(page => page.items)]
  return { items, more: cursor === null ? undefined : more, refusal }
}
