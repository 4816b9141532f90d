import { createHash } from 'node:crypto'
import { Limits } from './documents'
import type { Instant } from '../../core/shared/operation'
import { Failure } from './failure'
import type { Ports } from './ports'
import { settle } from './settle'

const window = (key: string, now: Instant, windowMs: number) => {
  const index = Math.floor(now / windowMs)
  return { id: `${key}:${String(index)}`, until: (index + 1) * windowMs }
}

/** When the window of that moment ends. */
export const windowEnd = (now: Instant, windowMs: number): Instant => window('', now, windowMs).until

/**
 * Counts one try of `key` in the current window (windows of `windowMs` follow one another from the epoch). The (max + 1)th try fails with
 * RATE_LIMITED and the end of the window. One conditional increment decides, so that parallel tries cannot slip past.
 */
export const takeFrom = async (ports: Pick<Ports, 'store' | 'now'>, key: string, max: number, windowMs: number): Promise<void> => {
  if (!(await isTaken(ports, key, max, windowMs))) throw new Failure('RATE_LIMITED', { until: windowEnd(ports.now, windowMs) })
}

/** The same, but answers whether the try was within the limit. */
export const isTaken = async (
  { store, now }: Pick<Ports, 'store' | 'now'>,
  key: string,
  max: number,
  windowMs: number,
): Promise<boolean> => {
  const limits = store.table(Limits)
  const { id, until } = window(key, now, windowMs)
  const taken = () => limits.update({ _id: id, count: { lt: max } }, { inc: { count: 1 } })
  if ((await taken()) > 0) return true
  return (await limits.add({ _id: id, count: 1, until })) === 'added' || (await taken()) > 0
}

/**
 * The same of commands: one that is sent again, or twice at once, counts once. Only for what bears the command's id, so that it is there once: the id can be sent
 * with any input.
 */
export const takeCommandFrom = async (
  ports: Pick<Ports, 'store' | 'now'>,
  key: string,
  commandId: string,
  max: number,
  windowMs: number,
): Promise<void> => {
  if (!(await takeGuess(ports, key, commandId, { max, windowMs })))
    throw new Failure('RATE_LIMITED', { until: windowEnd(ports.now, windowMs) })
}

const hashOf = (guess: string) => createHash('sha256').update(guess).digest('hex').slice(0, 16)

/**
 * Counts a guess once, however often and in how many moments it is sent, and answers whether it was within the limit. Counted before anything is looked
 * at, in one conditional write, so that guesses sent at once cannot slip past.
 */
export const takeGuess = async (
  { store, now }: Pick<Ports, 'store' | 'now'>,
  key: string,
  guess: string,
  { max, windowMs }: { max: number; windowMs: number },
): Promise<boolean> => {
  const limits = store.table(Limits)
  const { id, until } = window(key, now, windowMs)
  const tried = hashOf(guess)
  return settle(async () => {
    const counted = { inc: { count: 1 }, push: { tried } }
    if ((await limits.update({ _id: id, count: { lt: max }, tried: { not: tried } }, counted)) > 0) return true
    if ((await limits.add({ _id: id, count: 1, tried: [tried], until })) === 'added') return true
    const row = await limits.get(id)
    if (row?.tried?.includes(tried)) return true
    return row && row.count >= max ? false : undefined
  })
}

/** Gives a guess back that proved right. */
export const giveGuess = async (
  { store, now }: Pick<Ports, 'store' | 'now'>,
  key: string,
  guess: string,
  { windowMs }: { windowMs: number },
): Promise<void> => {
  const tried = hashOf(guess)
  await store.table(Limits).update({ _id: window(key, now, windowMs).id, tried }, { inc: { count: -1 }, pull: { tried } })
}

/** Are the tries of `key` in the current window used up? */
export const isSpent = async ({ store, now }: Pick<Ports, 'store' | 'now'>, key: string, max: number, windowMs: number): Promise<boolean> =>
  ((await store.table(Limits).get(window(key, now, windowMs).id))?.count ?? 0) >= max

/** Takes one counted try of `key` in the current window back, where it proved right. */
export const giveBack = async ({ store, now }: Pick<Ports, 'store' | 'now'>, key: string, windowMs: number): Promise<void> => {
  await store.table(Limits).update({ _id: window(key, now, windowMs).id, count: { gt: 0 } }, { inc: { count: -1 } })
}
