import { dateOf } from '../../core/shared/calendar'
import type { TemplateName } from '../../core/shared/notices'
import type { DateText } from '../../core/shared/operation'
import { collection } from './collection'
import { stays } from './departures'
import { logFault } from './log'
import type { Ports } from './ports'

/** What is counted of a template: how often people agreed to be told, and what became of the messages. */
export type Delivery = 'accepted' | 'sent' | 'refused' | 'failed' | 'no-template'
/** What is counted of an operation: answers that took long, and faults of ours. */
type Trouble = 'slow' | 'fault'
type Counted = { what: Delivery; of: TemplateName } | { what: Trouble; of: string }

/**
 * How often something happened on a day (of China), of a template or an operation; `_id` is `<day>:<what>:<of>`, so that days are a range of it. Nothing in it is personal. What it says is
 * for the technician: a count that is lost in a moment of trouble is no harm.
 */
export interface Tally {
  _id: string
  day: DateText
  what: Counted['what']
  of: string
  count: number
  /** The longest of them in ms. */
  worst?: number
}
export const Tallies = collection('tallies', { fates: stays, succession: 'none', takeover: 'none' }).of<Tally>()

type Counting = Pick<Ports, 'store' | 'now'>

const countOne = async (
  { store, now }: Counting,
  { what, of, times = 1, ms }: Counted & { times?: number; ms?: number },
): Promise<void> => {
  const tallies = store.table(Tallies)
  const day = dateOf(now)
  const _id = `${day}:${what}:${of}`
  const more = () => tallies.update({ _id }, { inc: { count: times } })
  const worst = ms === undefined ? {} : { worst: ms }
  if ((await more()) === 0 && (await tallies.add({ _id, day, what, of, count: times, ...worst })) === 'exists') await more()
  if (ms !== undefined) await tallies.update({ _id, worst: { lt: ms } }, { set: { worst: ms } })
}

/** Counts what happened. Never fails: what it is a remark on has happened. */
export const tally = async (ports: Counting, happened: readonly (Counted & { times?: number; ms?: number })[]): Promise<void> => {
  try {
    await Promise.all(happened.map(one => countOne(ports, one)))
  } catch (error) {
    logFault(error, { tally: happened.map(one => `${one.what} ${one.of}`).join(', ') })
  }
}

/** How long counts are kept. */
const KEPT_DAYS = 62
const DAY = 24 * 60 * 60_000

/** Removes the counts of days that the technician looks at no more. */
export const forgetTallies = ({ store, now }: Counting): Promise<number> =>
  store.table(Tallies).remove({ _id: { lt: dateOf(now - KEPT_DAYS * DAY) } })

/** The counts of the last so many days, today among them. */
export const talliesOf = ({ store, now }: Counting, days: number): Promise<Tally[]> =>
  store.table(Tallies).findAll({ _id: { gte: dateOf(now - (days - 1) * DAY) } })
