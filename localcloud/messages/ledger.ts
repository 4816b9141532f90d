import * as z from 'zod'
import { openJournal } from './journal'

const sentSchema = z.object({
  /** Counts up from 1: the cursor of the outbox. */
  id: z.number().int(),
  /** Cloud time, ms. */
  at: z.number(),
  touser: z.string(),
  template: z.string(),
  /** Page that opens when the person taps the message, with its query; '' for none. */
  page: z.string(),
  data: z.record(z.string(), z.object({ value: z.string() })),
})

/** A service message that reached a person. */
export type SentMessage = z.infer<typeof sentSchema>

const lineSchema = z.union([z.object({ consent: z.object({ openid: z.string(), template: z.string() }) }), z.object({ sent: sentSchema })])

/** Consents and messages. One accepted request is one message; consents add up, per person and template. */
export interface Ledger {
  consent: (openid: string, template: string) => void
  /** How many messages of this template the person still takes. */
  left: (openid: string, template: string) => number
  /** Uses up one consent and delivers; undefined when none is left. */
  send: (message: Omit<SentMessage, 'id'>) => SentMessage | undefined
  /** Messages with an id above the cursor, oldest first. */
  after: (cursor: number) => SentMessage[]
}

/** The ledger is kept in `file`, one line an event, and read back from it. */
export function openLedger(file: string, onSent: (message: SentMessage) => void): Ledger {
  const left = new Map<string, number>()
  const sent: SentMessage[] = []
  const keyOf = (openid: string, template: string) => `${openid}\n${template}`
  const change = (openid: string, template: string, by: number) => {
    const key = keyOf(openid, template)
    left.set(key, (left.get(key) ?? 0) + by)
  }
  const journal = openJournal(file, lineSchema)
  for (const line of journal.kept) {
    if ('consent' in line) change(line.consent.openid, line.consent.template, 1)
    else {
      change(line.sent.touser, line.sent.template, -1)
      sent.push(line.sent)
    }
  }

  return {
    consent(openid, template) {
      journal.append({ consent: { openid, template } })
      change(openid, template, 1)
    },
    left: (openid, template) => left.get(keyOf(openid, template)) ?? 0,
    send(message) {
      if ((left.get(keyOf(message.touser, message.template)) ?? 0) <= 0) return undefined
      const delivered = { id: (sent.at(-1)?.id ?? 0) + 1, ...message }
      journal.append({ sent: delivered })
      change(message.touser, message.template, -1)
      sent.push(delivered)
      onSent(delivered)
      return delivered
    },
    after: cursor => sent.filter(message => message.id > cursor),
  }
}
