import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { openJournal } from './journal'

const cardSchema = z.object({
  activityId: z.string(),
  /** Cloud time, ms; afterwards it shows as ended and cannot be changed. */
  expiresAt: z.number(),
  /** 0: people are joining, 1: begun, 2: ended. */
  state: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  memberCount: z.string().optional(),
  roomLimit: z.string().optional(),
  /** Where a begun card leads. */
  path: z.string().optional(),
})

/** An updatable card: what everybody who got it in a chat sees now. */
export type Card = z.infer<typeof cardSchema>

/** The updatable cards. They live for 24 hours. */
export interface Cards {
  create: () => Card
  /** The card as it shows now; undefined when there is none. */
  find: (activityId: string) => Card | undefined
  keep: (card: Card) => void
}

const LIFE_MS = 24 * 3600_000

/** The cards are kept in `file`, one line for each state of one, and read back from it. */
export function openCards(file: string, now: () => number, onChange: (card: Card) => void): Cards {
  const journal = openJournal(file, cardSchema)
  const cards = new Map(journal.kept.map(card => [card.activityId, card]))
  const keep = (card: Card) => {
    journal.append(card)
    cards.set(card.activityId, card)
    onChange(card)
  }
  return {
    keep,
    create() {
      const card: Card = { activityId: `local-activity-${randomUUID()}`, expiresAt: now() + LIFE_MS, state: 0 }
      keep(card)
      return card
    },
    find(activityId) {
      const card = cards.get(activityId)
      return card !== undefined && card.expiresAt <= now() ? { ...card, state: 2 } : card
    },
  }
}
