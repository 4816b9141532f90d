import { Failure } from './failure'
import type { Ports } from './ports'

/**
 * Counts one try of `key` in the current window; the (max + 1)th within it ends with RATE_LIMITED.
 * One conditional increment decides, so that parallel tries cannot slip past.
 */
export const takeFrom = async ({ store, now }: Pick<Ports, 'store' | 'now'>, key: string, max: number, windowMs: number): Promise<void> => {
  const limits = store.table('limits')
  const window = Math.floor(now / windowMs)
  const id = `${key}:${String(window)}`
  const taken = () => limits.update({ _id: id, count: { lt: max } }, { inc: { count: 1 } })
  if ((await taken()) > 0) return
  const made = await limits.add({ _id: id, count: 1, until: (window + 1) * windowMs })
  if (made === 'exists' && (await taken()) === 0) throw new Failure('RATE_LIMITED', { until: (window + 1) * windowMs })
}
