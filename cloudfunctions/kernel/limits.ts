import { Limits } from './documents'
import type { Instant } from '../../core/shared/operation'
import { Failure } from './failure'
import type { Ports } from './ports'

const window = (key: string, now: Instant, windowMs: number) => {
  const index = Math.floor(now / windowMs)
  return { id: `${key}:${String(index)}`, until: (index + 1) * windowMs }
}

/**
 * Counts one try of `key` in the current window (windows of `windowMs` follow one another from the epoch). The (max + 1)th try fails with
 * RATE_LIMITED and the end of the window. One conditional increment decides, so that parallel tries cannot slip past.
 */
export const takeFrom = async ({ store, now }: Pick<Ports, 'store' | 'now'>, key: string, max: number, windowMs: number): Promise<void> => {
  const limits = store.table(Limits)
  const { id, until } = window(key, now, windowMs)
  const taken = () => limits.update({ _id: id, count: { lt: max } }, { inc: { count: 1 } })
  if ((await taken()) > 0) return
  const made = await limits.add({ _id: id, count: 1, until })
  if (made === 'exists' && (await taken()) === 0) throw new Failure('RATE_LIMITED', { until })
}

/** Are the tries of `key` in the current window used up? */
export const isSpent = async ({ store, now }: Pick<Ports, 'store' | 'now'>, key: string, max: number, windowMs: number): Promise<boolean> =>
  ((await store.table(Limits).get(window(key, now, windowMs).id))?.count ?? 0) >= max

/** Takes one counted try of `key` in the current window back. */
export const giveBack = async ({ store, now }: Pick<Ports, 'store' | 'now'>, key: string, windowMs: number): Promise<void> => {
  await store.table(Limits).update({ _id: window(key, now, windowMs).id, count: { gt: 0 } }, { inc: { count: -1 } })
}
