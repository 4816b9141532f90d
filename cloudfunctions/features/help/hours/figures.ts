import type { Instant } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import { Consultations } from './documents'

/** What became of the bookings of a span at or below an organization: how many were held, how many did not come, how many are booked. */
export const hoursFigures = async (
  store: Store,
  { orgId, from, to }: { orgId: string; from: Instant; to: Instant },
): Promise<{ held: number; missed: number; booked: number }> => {
  const rows = await store.table(Consultations).findAll({ scopes: orgId, endsAt: { gte: from } })
  const within = rows.flatMap(row => row.bookings.filter(one => one.startsAt >= from && one.startsAt < to))
  const count = (...states: readonly string[]) => within.filter(one => states.includes(one.state)).length
  return { held: count('done'), missed: count('missed'), booked: count('booked', 'here', 'now') }
}
