import * as z from 'zod'
import type { Card, Cards } from './cards'
import { openJournal } from './journal'

/** What a phone forwards to the group: a card that opens a page. */
export const sharedSchema = z.object({
  title: z.string().min(1).max(200),
  path: z.string().min(1).max(1024),
  /** An address, or the picture itself as a phone drew it (`data:`). */
  imageUrl: z.string().max(400_000).optional(),
  /** Of an updatable card (`updatableMessage.createActivityId`), with what it says until the first update. */
  activityId: z.string().optional(),
  memberCount: z.string().optional(),
  roomLimit: z.string().optional(),
})

const entrySchema = sharedSchema.extend({
  /** Counts up from 1. */
  id: z.number().int(),
  /** Cloud time, ms. */
  at: z.number(),
  /** Who forwarded it. */
  openid: z.string(),
})

type Entry = z.infer<typeof entrySchema>

/** A card in the chat, with the live state of an updatable one. */
export type ChatItem = Entry & { card?: Card }

/** The group chat of the desk. */
export interface Chat {
  share: (shared: Omit<Entry, 'id'>) => ChatItem
  /** Oldest first. */
  items: () => ChatItem[]
}

const KEPT = 100

export function openChat(file: string, cards: Cards, onShared: (item: ChatItem) => void): Chat {
  const journal = openJournal(file, entrySchema)
  const entries = journal.kept.slice(-KEPT)
  const live = (entry: Entry): ChatItem => {
    const card = entry.activityId === undefined ? undefined : cards.find(entry.activityId)
    return card === undefined ? entry : { ...entry, card }
  }
  return {
    share(shared) {
      const entry = { id: (entries.at(-1)?.id ?? 0) + 1, ...shared }
      journal.append(entry)
      entries.push(entry)
      if (entries.length > KEPT) entries.shift()
      const item = live(entry)
      onShared(item)
      return item
    },
    items: () => entries.map(live),
  }
}
